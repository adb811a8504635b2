/** One-time codes: for setting up, for joining a workspace, for a new password. Only hashes are stored. */
import { hashSecret, newId } from '../assessments/secret'
import type { DatabaseClient } from '../db'
import { type Role, roleSchema } from './permissions'

export type InvitationKind = 'setup' | 'invitation' | 'reset'

export interface NewInvitation {
  readonly kind: InvitationKind
  /** As read by `readPrintedCode`. */
  readonly code: string
  readonly workspaceId?: string
  readonly userId?: string
  readonly role?: Role
  readonly label?: string
  readonly createdById?: string
  readonly expiresAt: Date
}

/** Stores a code's hash with what it is good for. @returns the id */
export async function createInvitation(client: DatabaseClient, { code, ...given }: NewInvitation, now: Date): Promise<string> {
  const id = newId()
  await client.invitation.create({ data: { id, codeHash: hashSecret(code), createdAt: now, ...given } })
  return id
}

const open = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } })

/** Gives what a code is good for, or null if it is expired, used, revoked or unknown. */
export async function findByCode(client: DatabaseClient, kind: InvitationKind, code: string, now: Date) {
  const row = await client.invitation.findFirst({
    where: { codeHash: hashSecret(code), kind, ...open(now) },
    include: { workspace: { select: { name: true } } },
  })
  if (!row) return null
  const { id, workspaceId, userId, role, expiresAt, workspace } = row
  const given = role === '' ? null : roleSchema.parse(role)
  return { id, workspaceId, userId, role: given, expiresAt, workspaceName: workspace?.name ?? '' }
}

/** Marks a code as used. @returns false if somebody was faster */
export async function useInvitation(client: DatabaseClient, id: string, now: Date): Promise<boolean> {
  // For whom it was made out is of no use any more, and would outlive the person's account.
  const data = { usedAt: now, label: '' }
  const { count } = await client.invitation.updateMany({ where: { id, usedAt: null, revokedAt: null }, data })
  return count === 1
}

/**
 * Revokes open codes: one of a workspace; all of a kind, for one person or for all; the invitations that one person made out, in
 * one workspace or in all.
 * @returns how many
 */
export async function revokeInvitations(
  client: DatabaseClient,
  which:
    | { id: string; workspaceId: string }
    | { kind: InvitationKind; userId?: string }
    | { kind: 'invitation'; createdById: string; workspaceId?: string },
  now: Date,
): Promise<number> {
  const { count } = await client.invitation.updateMany({
    where: { ...which, usedAt: null, revokedAt: null },
    data: { revokedAt: now, label: '' },
  })
  return count
}

/** Removes codes that were used, revoked or have expired: to whoever has one, an unknown code is the same. */
export async function removeEndedInvitations(client: DatabaseClient, now: Date): Promise<void> {
  await client.invitation.deleteMany({
    where: { OR: [{ usedAt: { not: null } }, { revokedAt: { not: null } }, { expiresAt: { lte: now } }] },
  })
}

export interface OpenInvitation {
  readonly id: string
  readonly role: Role
  readonly label: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** The name of who made it out; null: the operator. */
  readonly by: string | null
}

/** Gives the open invitations of a workspace, newest first. */
export async function findOpenInvitations(client: DatabaseClient, workspaceId: string, now: Date): Promise<OpenInvitation[]> {
  const rows = await client.invitation.findMany({
    where: { workspaceId, kind: 'invitation', ...open(now) },
    include: { createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, role, label, createdAt, expiresAt, createdBy }) => ({
    id,
    role: roleSchema.parse(role),
    label,
    createdAt,
    expiresAt,
    by: createdBy?.name ?? null,
  }))
}
