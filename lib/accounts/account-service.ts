/** What a person does with the own account. All failures are AppErrors. */
import { withDatabase } from '../assessments/with-database'
import type { Database, DatabaseClient } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import { logSecurity } from '../security-log'
import { authOf } from './adapter'
import { hashNewPassword } from './new-password'
import { beginOwnPassword, takeHashingTurn } from './password-attempts'
import { isOver } from './session-end'
import { openSession } from './session-service'
import type { Begun } from './login-throttle'
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

function requireUserId({ userId }: Actor): string {
  if (userId === null) throw new AppError('login-required')
  return userId
}

/** @throws AppError `wrong-password` or, while one has to wait after several of them, `throttled`, at the given field */
async function requirePassword(database: Database, userId: string, typed: string, field: string): Promise<void> {
  let begun: Begun | undefined
  try {
    // Counted before it is compared, as for signing in.
    begun = beginOwnPassword(userId, field)
    const hash = await findPasswordHash(database.client, userId)
    const { password } = await authOf(database).$context
    const compare = async () => hash !== null && (await password.verify({ hash, password: typed }))
    if (!(await takeHashingTurn(compare, { ahead: true, field }))) {
      throw new AppError('wrong-password', { fields: [{ field, code: 'wrong-password' }] })
    }
    begun.succeeded()
  } catch (error) {
    const code = error instanceof AppError ? error.code : null
    if (code === 'wrong-password') logSecurity('password-wrong', { person: userId })
    else begun?.takeBack()
    if (code === 'throttled') logSecurity('password-slowed', { person: userId, what: begun ? 'busy' : 'wrong' })
    throw error
  }
}

/** Gives the sessions of the person that still count, last used first. @throws AppError `login-required` */
export async function listSessions(actor: Actor, now: Date): Promise<StoredSession[]> {
  const userId = requireUserId(actor)
  const all = await withDatabase(({ client }) => findSessions(client, userId))
  return all.filter((session) => !isOver(session, now))
}

/** Ends all sessions of the person but one. @throws AppError `login-required` */
export async function endOtherSessions(actor: Actor, sessionId: string): Promise<void> {
  const userId = requireUserId(actor)
  await withDatabase(({ client }) => endSessions(client, { userId, exceptId: sessionId }))
  logSecurity('session-ended', { person: userId, what: 'others' })
}

/** Ends one session of the person, by its id. @throws AppError `login-required`, `not-found` for one of somebody else's or absent */
export async function endSession(actor: Actor, id: string): Promise<void> {
  const userId = requireUserId(actor)
  const ended = await withDatabase(({ client }) => endSessions(client, { userId, id }))
  if (ended === 0) throw new AppError('not-found')
  logSecurity('session-ended', { person: userId, what: 'one' })
}

/**
 * Changes the password; all sessions end, and a new one takes the place of this one (OWASP ASVS 5.0, chapter 7).
 * @returns the value of its cookie; null if this one goes on, because too many were signing in at that moment
 * @throws AppError `login-required`; `wrong-password` or `throttled` at the field `current-password`; `weak-password`
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  { current, next }: { readonly current: string; readonly next: string },
  now: Date,
): Promise<string | null> {
  const userId = requireUserId(actor)
  return await withDatabase(async (database) => {
    await requirePassword(database, userId, current, 'current-password')
    const person = await findPerson(database.client, userId)
    if (!person) throw new AppError('login-required')
    const hash = await hashNewPassword(database, { ...person, password: next })
    await database.transaction(async (client) => {
      await storePasswordHash(client, userId, hash, now)
      await endSessions(client, { userId, exceptId: sessionId })
    })
    logSecurity('password-changed', { person: userId })
    // What was asked for is done: that there is no room for one more comparison is no failure of it.
    const opened = await openSession(database, { email: person.email, password: next }, { ahead: true }).catch(() => null)
    if (opened) await endSessions(database.client, { userId, id: sessionId })
    return opened?.cookie ?? null
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
 * @returns the e-mail address that the browser is to forget
 * @throws AppError `login-required`; `wrong-password` or `throttled` at `password`; `last-coordinator`
 */
export async function deleteAccount(actor: Actor, typedPassword: string, now: Date): Promise<string> {
  const userId = requireUserId(actor)
  return await withDatabase(async (database) => {
    await requirePassword(database, userId, typedPassword, 'password')
    const email = (await findPerson(database.client, userId))?.email ?? ''
    await database.transaction(async (client) => {
      if ((await aloneIn(client, userId)).length > 0) {
        throw new AppError('last-coordinator', { fields: [{ field: 'password', code: 'last-coordinator' }] })
      }
      await revokeInvitations(client, { kind: 'invitation', createdById: userId }, now)
      await deletePerson(client, userId)
    })
    logSecurity('account-deleted', { person: userId })
    // Nor does the write-ahead log keep the name.
    await database.emptyLog()
    return email
  })
}
