/**
 * Codes that work once: the first set-up, joining a workspace. Redeeming is one transaction, so that a code is used up exactly
 * when what it is good for has happened. All failures are AppErrors.
 */
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { findToShow, keepToShow } from '../shown-once'
import type { Actor } from './actor'
import { findRole, requireMember } from './guard'
import { hashNewPassword } from './new-password'
import { badCode, expiry, findEndOfCode, freshCode, requireCode } from './one-time-code'
import { includesRole, type Role } from './permissions'
import { countUsers, createUser, createWorkspace, findUserId, storeMembership } from './repository'
import {
  createInvitation,
  findOpenInvitations,
  type OpenInvitation,
  revokeInvitations,
  useInvitation,
} from './repository-invitations'

/** A new account as a form gives it; texts are trimmed, the e-mail address is in lower case. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

async function addPerson(client: DatabaseClient, { name, email }: NewPerson, passwordHash: string, now: Date): Promise<string> {
  if (await findUserId(client, email)) {
    throw new AppError('email-taken', { fields: [{ field: 'email', code: 'email-taken' }] })
  }
  return await createUser(client, { name, email, passwordHash }, now)
}

/** The code that each start prints; it replaces the one before. Those for further workspaces stand beside it. */
const startCode = { kind: 'setup', label: '' } as const
const furtherCode = { kind: 'setup', label: 'further' } as const

/**
 * Gives a code for setting up a workspace. The one of a start ends the one of the start before; codes for further workspaces
 * are for one town each and all stay open.
 * @param further also while somebody has an account: for a further workspace, by the operator's own hand
 * @returns null if somebody has an account and no further workspace is wanted
 */
export async function issueSetUpCode(now: Date, { further = false }: { further?: boolean } = {}): Promise<string | null> {
  const { printed, code } = freshCode()
  const issued = await withDatabase((database) =>
    database.transaction(async (client) => {
      if (!further && (await countUsers(client)) > 0) return false
      if (!further) await revokeInvitations(client, startCode, now)
      await createInvitation(client, { ...(further ? furtherCode : startCode), code, expiresAt: expiry('setup', now) }, now)
      return true
    }),
  )
  if (!issued) return null
  logSecurity('set-up-issued')
  return printed
}

/**
 * Makes a workspace and its first coordinator, once per code.
 * @throws AppError `bad-invitation`, `throttled`, `weak-password` or `email-taken`; nothing is stored then
 */
export async function setUp(
  typed: string,
  kommune: string,
  person: NewPerson,
  now: Date,
): Promise<{ readonly workspaceId: string; readonly userId: string }> {
  const made = await withDatabase(async (database) => {
    await requireCode(database.client, 'setup', typed, now)
    const passwordHash = await hashNewPassword(database, person)
    return await database.transaction(async (client) => {
      const { id } = await requireCode(client, 'setup', typed, now)
      if (!(await useInvitation(client, id, now))) throw badCode({ reason: 'unknown' })
      const userId = await addPerson(client, person, passwordHash, now)
      const workspaceId = await createWorkspace(client, kommune, now)
      await storeMembership(client, { workspaceId, userId }, 'koordination', now)
      return { workspaceId, userId }
    })
  })
  logSecurity('set-up-redeemed', { person: made.userId, workspace: made.workspaceId })
  return made
}

const noteOf = (workspaceId: string, userId: string | null) => `invitation:${userId}:${workspaceId}`

/** Gives a new invitation in its printed form; also readable by `readIssuedInvitation` for ten minutes. @throws AppError `not-found`, `forbidden` */
export async function invite(
  actor: Actor,
  workspaceId: string,
  { role, label }: { readonly role: Role; readonly label: string },
  now: Date,
): Promise<{ readonly id: string; readonly code: string; readonly expiresAt: Date }> {
  const { printed, code } = freshCode()
  const expiresAt = expiry('invitation', now)
  const id = await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'member.manage')
      const given = { kind: 'invitation', code, workspaceId, role, label, createdById: userId, expiresAt } as const
      return await createInvitation(client, given, now)
    }),
  )
  logSecurity('invitation-made', { person: actor.userId, workspace: workspaceId, what: role })
  keepToShow(noteOf(workspaceId, actor.userId), printed, now)
  return { id, code: printed, expiresAt }
}

/** Gives the invitation that this person made within the last ten minutes; null without one, and once it was used or revoked. */
export async function readIssuedInvitation(
  { userId }: Actor,
  workspaceId: string,
  now: Date,
): Promise<{ readonly code: string; readonly expiresAt: Date } | null> {
  const code = findToShow(noteOf(workspaceId, userId), now)
  if (code === null) return null
  const expiresAt = await withDatabase(({ client }) => findEndOfCode(client, 'invitation', code, now))
  return expiresAt && { code, expiresAt }
}

/** Gives the open invitations of a workspace. @throws AppError `not-found`, `forbidden` */
export async function listInvitations(actor: Actor, workspaceId: string, now: Date): Promise<OpenInvitation[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'member.manage')
    return await findOpenInvitations(client, workspaceId, now)
  })
}

/** Revokes an open invitation. @throws AppError `not-found` for one of another workspace, used or absent; `forbidden` */
export async function revokeInvitation(actor: Actor, workspaceId: string, id: string, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireMember(client, actor, workspaceId, 'member.manage')
      if ((await revokeInvitations(client, { id, workspaceId }, now)) === 0) throw new AppError('not-found')
    }),
  )
  logSecurity('invitation-revoked', { person: actor.userId, workspace: workspaceId })
}

export interface InvitationView {
  readonly workspaceId: string
  readonly workspaceName: string
  readonly role: Role
  /** The role that the person who asks has in the workspace already, or null. */
  readonly known: Role | null
  /** False if the person has a role that allows as much: then there is nothing to redeem. */
  readonly useful: boolean
}

/** Says what an invitation is good for, without using it up. @throws AppError `bad-invitation` or `throttled` */
export async function readInvitation(typed: string, actor: Actor, now: Date): Promise<InvitationView> {
  return await withDatabase(async ({ client }) => {
    const { workspaceId, workspaceName, role } = await requireCode(client, 'invitation', typed, now)
    if (!workspaceId || !role) throw new Error('an invitation without workspace or role')
    const known = await findRole(client, actor, workspaceId)
    return { workspaceId, workspaceName, role, known, useful: !known || !includesRole(known, role) }
  })
}

/**
 * Uses an invitation up. A member gets the invitation's role if that allows more: so a workspace that lost its coordination can be
 * handed to somebody who is in it already. To whom it gives nothing, it stays open for whom it was meant.
 */
async function join(
  client: DatabaseClient,
  typed: string,
  person: (client: DatabaseClient) => Promise<string>,
  now: Date,
): Promise<Joined> {
  const { id, workspaceId, role } = await requireCode(client, 'invitation', typed, now)
  if (!workspaceId || !role) throw new Error('an invitation without workspace or role')
  const place = { workspaceId, userId: await person(client) }
  const known = await findRole(client, { key: null, userId: place.userId }, workspaceId)
  if (known && includesRole(known, role)) return { ...place, joinedAs: null }
  if (!(await useInvitation(client, id, now))) throw badCode({ reason: 'unknown' })
  await storeMembership(client, place, role, now)
  return { ...place, joinedAs: role }
}

interface Joined {
  readonly workspaceId: string
  readonly userId: string
  /** Null if the invitation gave nothing. */
  readonly joinedAs: Role | null
}

function told({ workspaceId, userId, joinedAs }: Joined): { readonly workspaceId: string; readonly userId: string } {
  if (joinedAs) logSecurity('invitation-redeemed', { person: userId, workspace: workspaceId, what: joinedAs })
  return { workspaceId, userId }
}

/** Joins a workspace with the account one is signed in with. @throws AppError `bad-invitation`, `throttled` or `login-required` */
export async function acceptInvitation(typed: string, { userId }: Actor, now: Date): Promise<{ readonly workspaceId: string }> {
  if (userId === null) throw new AppError('login-required')
  return told(
    await withDatabase((database) => database.transaction((client) => join(client, typed, () => Promise.resolve(userId), now))),
  )
}

/**
 * Joins a workspace with a new account.
 * @throws AppError `bad-invitation`, `throttled`, `weak-password` or `email-taken`; nothing is stored then
 */
export async function acceptInvitationWithNewAccount(
  typed: string,
  person: NewPerson,
  now: Date,
): Promise<{ readonly workspaceId: string; readonly userId: string }> {
  const joined = await withDatabase(async (database) => {
    await requireCode(database.client, 'invitation', typed, now)
    const passwordHash = await hashNewPassword(database, person)
    return await database.transaction((client) =>
      join(client, typed, (inside) => addPerson(inside, person, passwordHash, now), now),
    )
  })
  return told(joined)
}
