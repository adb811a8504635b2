/** What a person does with the own account. All failures are AppErrors. */
import { withDatabase } from '../assessments/with-database'
import type { Database, DatabaseClient } from '../db'
import { settings } from '../env'
import { AppError } from '../errors'
import type { Actor } from './actor'
import { authOf } from './adapter'
import { LoginThrottle } from './login-throttle'
import { hashNewPassword } from './new-password'
import { countCoordinators, endSessions, findWorkspaces } from './repository'
import { revokeInvitations } from './repository-invitations'
import {
  deletePerson,
  findPasswordHash,
  findPerson,
  findSessions,
  type StoredSession,
  storePasswordHash,
} from './repository-people'

/** Wrong attempts at one's own password, e.g. by somebody at a screen that was left open. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: LoginThrottle | undefined }
const throttle = (shared[Symbol.for('drei-ebenen-check.own-password')] ??= new LoginThrottle())

function requireUserId({ userId }: Actor): string {
  if (userId === null) throw new AppError('login-required')
  return userId
}

const wrongPassword = (field: string, code: 'wrong-password' | 'throttled') => new AppError(code, { fields: [{ field, code }] })

/** @throws AppError `wrong-password` or, after ten of them, `throttled`, at the given field */
async function requirePassword(database: Database, userId: string, typed: string, field: string, now: Date): Promise<void> {
  if (!throttle.allows(userId, null, now)) throw wrongPassword(field, 'throttled')
  // Before it is compared, as for signing in.
  throttle.failed(userId, null, now)
  const hash = await findPasswordHash(database.client, userId)
  const { password } = await authOf(database).$context
  if (hash === null || !(await password.verify({ hash, password: typed }))) throw wrongPassword(field, 'wrong-password')
  throttle.succeeded(userId, null)
}

/** Gives the sessions of the person that still count, last used first. @throws AppError `login-required` */
export async function listSessions(actor: Actor, now: Date): Promise<StoredSession[]> {
  const userId = requireUserId(actor)
  const { sessionIdleMinutes, sessionHours } = settings()
  const all = await withDatabase(({ client }) => findSessions(client, userId))
  const age = (date: Date) => now.getTime() - date.getTime()
  return all.filter(
    ({ createdAt, updatedAt }) => age(updatedAt) < sessionIdleMinutes * 60_000 && age(createdAt) < sessionHours * 3_600_000,
  )
}

/** Ends all sessions of the person but one. @throws AppError `login-required` */
export async function endOtherSessions(actor: Actor, sessionId: string): Promise<void> {
  const userId = requireUserId(actor)
  await withDatabase(({ client }) => endSessions(client, { userId, exceptId: sessionId }))
}

/**
 * Changes the password; all sessions but this one end.
 * @throws AppError `login-required`; `wrong-password` or `throttled` at the field `current-password`; `weak-password`
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  { current, next }: { readonly current: string; readonly next: string },
  now: Date,
): Promise<void> {
  const userId = requireUserId(actor)
  await withDatabase(async (database) => {
    await requirePassword(database, userId, current, 'current-password', now)
    const person = await findPerson(database.client, userId)
    if (!person) throw new AppError('login-required')
    const hash = await hashNewPassword(database, { ...person, password: next })
    await database.transaction(async (client) => {
      await storePasswordHash(client, userId, hash, now)
      await endSessions(client, { userId, exceptId: sessionId })
    })
  })
}

/** Gives the workspaces that nobody would coordinate without this person. */
async function aloneIn(client: DatabaseClient, userId: string): Promise<string[]> {
  const coordinated = (await findWorkspaces(client, userId)).filter(({ role }) => role === 'koordination')
  const alone: string[] = []
  for (const { id, name } of coordinated) if ((await countCoordinators(client, id)) === 1) alone.push(name)
  return alone
}

/**
 * Deletes the person's account: name, e-mail address, password, sessions, memberships. What the person answered and decided
 * stays, without the name. The open invitations the person made out end.
 * @throws AppError `login-required`; `wrong-password` or `throttled` at `password`; `last-coordinator`
 */
export async function deleteAccount(actor: Actor, typedPassword: string, now: Date): Promise<void> {
  const userId = requireUserId(actor)
  await withDatabase(async (database) => {
    await requirePassword(database, userId, typedPassword, 'password', now)
    await database.transaction(async (client) => {
      if ((await aloneIn(client, userId)).length > 0) {
        throw new AppError('last-coordinator', { fields: [{ field: 'password', code: 'last-coordinator' }] })
      }
      await revokeInvitations(client, { kind: 'invitation', createdById: userId }, now)
      await deletePerson(client, userId)
    })
    // Nor does the write-ahead log keep the name.
    await database.emptyLog()
  })
}
