/** Who may do what in a workspace: one pure table. Each service call asks it; pages only to leave out what would be refused. */
import { z } from 'zod'

export const roleSchema = z.enum(['koordination', 'mitarbeit', 'lesen'])
export type Role = z.infer<typeof roleSchema>

export const actions = [
  'workspace.read',
  'workspace.edit', // name and profile that new rounds start with
  'workspace.leave',
  'member.read',
  'member.manage', // invite, revoke, change role, remove
  'round.read', // answers, result, report, export
  'round.answer', // answers, profile, challenges, Quartier, decisions on recommendations
  'round.start', // a new round; taking over what was begun without an account
  'round.close',
  'round.reopen',
  'round.delete',
  'target.edit',
  'measure.read',
  'measure.edit',
] as const
export type Action = (typeof actions)[number]

const read = [
  'workspace.read',
  'workspace.leave',
  'member.read',
  'round.read',
  'measure.read',
] as const satisfies readonly Action[]
const contribute = [...read, 'round.answer', 'measure.edit'] as const satisfies readonly Action[]

export const permissions: Readonly<Record<Role, readonly Action[]>> = {
  koordination: actions,
  mitarbeit: contribute,
  lesen: read,
}

/** True if a role may do something. */
export function may(role: Role, action: Action): boolean {
  return permissions[role].includes(action)
}

/** True if a role may do everything that another one may. */
export function includesRole(role: Role, other: Role): boolean {
  return permissions[other].every((action) => may(role, action))
}
