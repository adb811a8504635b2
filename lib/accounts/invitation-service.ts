/**
 * Codes that work once: the first set-up, joining a workspace. Redeeming is one transaction, so that a code is used up exactly
 * when what it is good for has happened. All failures are AppErrors.
 */
import { withDatabase } from '../assessments/with-database'
import type { Database, DatabaseClient } from '../db'
import { AppError } from '../errors'
import { GuessThrottle } from '../assessments/guess-throttle'
import { newPrintedCode, readPrintedCode } from '../printed-code'
import type { Actor } from './actor'
import { authOf } from './adapter'
import { findRole, requireMember } from './guard'
import { checkPassword } from './password'
import type { Role } from './permissions'
import { countUsers, createUser, createWorkspace, findUserId, storeMembership } from './repository'
import {
  createInvitation,
  findByCode,
  findOpenInvitations,
  type InvitationKind,
  type OpenInvitation,
  revokeInvitations,
  useInvitation,
} from './repository-invitations'

const day = 24 * 60 * 60 * 1000
/** A set-up link is printed on the server's console, an invitation may lie in a post tray. */
export const validDays = { setup: 7, invitation: 30 } as const

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: GuessThrottle | undefined }
const guesses = (shared[Symbol.for('drei-ebenen-check.invitations')] ??= new GuessThrottle(30, 10 * 60 * 1000))

/** A new account as a form gives it; texts are trimmed, the e-mail address is in lower case. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

const expiry = (kind: keyof typeof validDays, now: Date) => new Date(now.getTime() + validDays[kind] * day)

/** A code in its printed form and as it is stored. */
function freshCode() {
  const printed = newPrintedCode('invitation')
  const read = readPrintedCode('invitation', printed)
  if (!('code' in read)) throw new Error('a new code cannot be read back')
  return { printed, code: read.code }
}

const badCode = (values: Record<string, string | number>) =>
  new AppError('bad-invitation', { fields: [{ field: 'code', code: 'bad-invitation', values }] })

/**
 * Looks a typed code up.
 * @throws AppError `bad-invitation`, the same for expired, used, revoked and unknown codes; `throttled` after many guesses
 */
async function requireCode(client: DatabaseClient, kind: InvitationKind, typed: string, now: Date) {
  const read = readPrintedCode('invitation', typed)
  if ('problem' in read) {
    const { problem, ...lengths } = read
    throw badCode({ reason: problem, ...lengths })
  }
  const found = await findByCode(client, kind, read.code, now)
  if (found) return found
  if (guesses.allows(now)) throw badCode({ reason: 'unknown' })
  throw new AppError('throttled', { fields: [{ field: 'code', code: 'throttled' }] })
}

/**
 * Hashes before the transaction begins: hashing takes long, transactions stay short (docs/adr/0004).
 * @throws AppError `weak-password`
 */
async function hashPassword(database: Database, person: NewPerson): Promise<string> {
  const weak = checkPassword(person.password, person)
  if (weak) throw new AppError('weak-password', { fields: [weak] })
  const { password } = await authOf(database).$context
  return await password.hash(person.password)
}

async function addPerson(client: DatabaseClient, { name, email }: NewPerson, passwordHash: string, now: Date): Promise<string> {
  if (await findUserId(client, email)) {
    throw new AppError('email-taken', { fields: [{ field: 'email', code: 'email-taken' }] })
  }
  return await createUser(client, { name, email, passwordHash }, now)
}

/**
 * Gives a code for the first set-up while nobody has an account; older ones end.
 * @returns null if somebody has an account
 */
export async function issueSetUpCode(now: Date): Promise<string | null> {
  const { printed, code } = freshCode()
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      if ((await countUsers(client)) > 0) return null
      await revokeInvitations(client, { kind: 'setup' }, now)
      await createInvitation(client, { kind: 'setup', code, expiresAt: expiry('setup', now) }, now)
      return printed
    }),
  )
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
  return await withDatabase(async (database) => {
    await requireCode(database.client, 'setup', typed, now)
    const passwordHash = await hashPassword(database, person)
    return await database.transaction(async (client) => {
      const { id } = await requireCode(client, 'setup', typed, now)
      if (!(await useInvitation(client, id, now))) throw badCode({ reason: 'unknown' })
      const userId = await addPerson(client, person, passwordHash, now)
      const workspaceId = await createWorkspace(client, kommune, now)
      await storeMembership(client, { workspaceId, userId }, 'koordination', now)
      return { workspaceId, userId }
    })
  })
}

/** Gives a new invitation in its printed form; it is shown now and never again. @throws AppError `not-found`, `forbidden` */
export async function invite(
  actor: Actor,
  workspaceId: string,
  { role, label }: { readonly role: Role; readonly label: string },
  now: Date,
): Promise<{ readonly id: string; readonly code: string; readonly expiresAt: Date }> {
  const { printed, code } = freshCode()
  const expiresAt = expiry('invitation', now)
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'member.manage')
      const given = { kind: 'invitation', code, workspaceId, role, label, createdById: userId, expiresAt } as const
      return { id: await createInvitation(client, given, now), code: printed, expiresAt }
    }),
  )
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
}

/** Says what an invitation is good for, without using it up. @throws AppError `bad-invitation` or `throttled` */
export async function readInvitation(typed: string, now: Date): Promise<{ readonly workspaceName: string; readonly role: Role }> {
  return await withDatabase(async ({ client }) => {
    const { workspaceName, role } = await requireCode(client, 'invitation', typed, now)
    if (!role) throw new Error('an invitation without a role')
    return { workspaceName, role }
  })
}

/** Uses an invitation up. A role that a member has already is only ever raised by the coordination, never by a code. */
async function join(client: DatabaseClient, typed: string, person: (client: DatabaseClient) => Promise<string>, now: Date) {
  const { id, workspaceId, role } = await requireCode(client, 'invitation', typed, now)
  if (!workspaceId || !role) throw new Error('an invitation without workspace or role')
  if (!(await useInvitation(client, id, now))) throw badCode({ reason: 'unknown' })
  const place = { workspaceId, userId: await person(client) }
  const known = await findRole(client, { key: null, userId: place.userId }, workspaceId)
  if (!known) await storeMembership(client, place, role, now)
  return place
}

/** Joins a workspace with the account one is signed in with. @throws AppError `bad-invitation`, `throttled` or `login-required` */
export async function acceptInvitation(typed: string, { userId }: Actor, now: Date): Promise<{ readonly workspaceId: string }> {
  if (userId === null) throw new AppError('login-required')
  return await withDatabase((database) =>
    database.transaction((client) => join(client, typed, () => Promise.resolve(userId), now)),
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
  return await withDatabase(async (database) => {
    await requireCode(database.client, 'invitation', typed, now)
    const passwordHash = await hashPassword(database, person)
    return await database.transaction((client) =>
      join(client, typed, (inside) => addPerson(inside, person, passwordHash, now), now),
    )
  })
}
