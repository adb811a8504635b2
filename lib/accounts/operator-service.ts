/**
 * What the operator does from the command line, without an account. None of it gives answers to read: an export goes into a
 * file for the Kommune. All failures are AppErrors.
 */
import { removeAssessment } from '../assessments/repository-removal'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { expiry, freshCode } from './one-time-code'
import { createInvitation } from './repository-invitations'
import { findPeopleWithoutWorkspace, findWorkspaceNames, readWholeWorkspace, removeWorkspace } from './repository-operator'
import { deletePerson } from './repository-people'
import type { Role } from './permissions'

export interface WorkspaceEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly members: Readonly<Record<Role, number>>
  readonly rounds: number
}

/** Gives all workspaces by name, with counts only. */
export async function listAllWorkspaces(): Promise<WorkspaceEntry[]> {
  const rows = await withDatabase(({ client }) => findWorkspaceNames(client))
  return rows.map(({ id, name, createdAt, memberships, _count }) => {
    const count = (role: Role) => memberships.filter((one) => one.role === role).length
    const members = { koordination: count('koordination'), mitarbeit: count('mitarbeit'), lesen: count('lesen') }
    return { id, name, createdAt, members, rounds: _count.assessments }
  })
}

/**
 * Gives an invitation for a new coordinator of a workspace that has lost its own, in its printed form.
 * @throws AppError `not-found`
 */
export async function inviteCoordinator(workspaceId: string, label: string, now: Date): Promise<string> {
  const { printed, code } = freshCode()
  await withDatabase((database) =>
    database.transaction(async (client) => {
      if (!(await client.workspace.findUnique({ where: { id: workspaceId } }))) throw new AppError('not-found')
      const given = { kind: 'invitation', code, workspaceId, role: 'koordination', label } as const
      await createInvitation(client, { ...given, expiresAt: expiry('invitation', now) }, now)
    }),
  )
  logSecurity('invitation-made', { workspace: workspaceId, what: 'koordination' })
  return printed
}

/** Gives everything a workspace holds: profile, members, rounds with answers and closed states, targets, measures. @throws AppError `not-found` */
export async function exportWorkspace(workspaceId: string): Promise<object> {
  const found = await withDatabase(({ client }) => readWholeWorkspace(client, workspaceId))
  if (!found) throw new AppError('not-found')
  logSecurity('workspace-exported', { workspace: workspaceId })
  return found
}

/**
 * Deletes a workspace with everything in it, and the accounts that belong to no other one.
 * @param name of the workspace, as a second look at what is to go
 * @returns how many rounds and accounts were deleted
 * @throws AppError `not-found` for an unknown id or another name
 */
export async function deleteWorkspace(
  workspaceId: string,
  name: string,
): Promise<{ readonly rounds: number; readonly people: number }> {
  return await withDatabase(async (database) => {
    const done = await database.transaction(async (client) => {
      const found = await client.workspace.findUnique({
        where: { id: workspaceId },
        select: { name: true, assessments: { select: { id: true } }, memberships: { select: { userId: true } } },
      })
      if (found?.name !== name) throw new AppError('not-found')
      for (const { id } of found.assessments) await removeAssessment(client, id)
      await removeWorkspace(client, workspaceId)
      const candidates = found.memberships.map(({ userId }) => userId)
      const people = await findPeopleWithoutWorkspace(client, candidates)
      for (const id of people) await deletePerson(client, id)
      return { rounds: found.assessments.length, people: people.length }
    })
    logSecurity('workspace-deleted', { workspace: workspaceId })
    await database.emptyLog()
    return done
  })
}
