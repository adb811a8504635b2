/** Signing in and out, and finding out who a browser's session belongs to. All failures are AppErrors. */
import { APIError } from 'better-auth/api'
import { withDatabase } from '../assessments/with-database'
import type { Database } from '../db'
import { settings } from '../env'
import { AppError } from '../errors'
import { authOf } from './adapter'
import { LoginThrottle } from './login-throttle'
import { endSessions, touchSession } from './repository'
import { sessionCookieName, sessionOfSetCookie } from './session-cookie'

const minute = 60 * 1000
/** A use is noted at most this often: reading a page is no reason to write. */
const noteEvery = 5 * minute

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: LoginThrottle | undefined }
const throttle = (shared[Symbol.for('drei-ebenen-check.login')] ??= new LoginThrottle())

export interface Credentials {
  readonly email: string
  readonly password: string
  /** Of the client, as a proxy gives it that the operator trusts; null where there is none. */
  readonly address: string | null
}

export interface SessionView {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string
}

const cookieHeader = (value: string) => new Headers({ cookie: `${sessionCookieName}=${value}` })

/** What better-auth knows of a cookie's value; null if it is forged, unknown or past its end. */
async function lookUp(database: Database, value: string) {
  return await authOf(database).api.getSession({ headers: cookieHeader(value) })
}

/** Ends the session of a cookie's value if there is one. */
async function end(database: Database, value: string | null): Promise<void> {
  const found = value === null ? null : await lookUp(database, value)
  if (found) await endSessions(database.client, { token: found.session.token })
}

/**
 * Signs a person in; the session the browser had before ends.
 * @param previous value of the browser's session cookie, or null
 * @returns the value of the new session cookie
 * @throws AppError `bad-login` for an unknown address and a wrong password alike, `throttled` after too many wrong ones
 */
export async function signIn(
  { email, password, address }: Credentials,
  previous: string | null,
  now: Date,
): Promise<{ readonly cookie: string }> {
  return await withDatabase(async (database) => {
    if (!throttle.allows(email, address, now)) {
      throw new AppError('throttled', { fields: [{ field: 'password', code: 'throttled' }] })
    }
    // Counted before the password is compared, which takes time: many at once are no way around it. A right one takes it back.
    throttle.failed(email, address, now)
    let headers: Headers
    try {
      // Hashes a password also for an unknown address, so that the time does not tell which it was.
      ;({ headers } = await authOf(database).api.signInEmail({ body: { email, password }, returnHeaders: true }))
    } catch (error) {
      if (!(error instanceof APIError)) {
        throttle.takeBack(email, address)
        throw error
      }
      throw new AppError('bad-login', { fields: [{ field: 'password', code: 'bad-login' }] })
    }
    const cookie = sessionOfSetCookie(headers.getSetCookie())
    if (cookie === null) throw new Error('better-auth signed in without a session cookie')
    throttle.succeeded(email, address)
    await end(database, previous)
    return { cookie }
  })
}

/**
 * Gives whose session a cookie's value is; counts as a use.
 * @returns null if there is no cookie
 * @throws AppError `login-required` if there is one but its session is over: ended, unused for too long, or too old
 */
export async function readSession(value: string | null, now: Date): Promise<SessionView | null> {
  if (value === null) return null
  return await withDatabase(async (database) => {
    const found = await lookUp(database, value)
    if (!found) throw new AppError('login-required')
    const { session, user } = found
    const { sessionIdleMinutes, sessionHours } = settings()
    const unused = now.getTime() - session.updatedAt.getTime()
    const age = now.getTime() - session.createdAt.getTime()
    if (unused >= sessionIdleMinutes * minute || age >= sessionHours * 60 * minute) {
      await endSessions(database.client, { token: session.token })
      throw new AppError('login-required')
    }
    if (unused >= Math.min(noteEvery, sessionIdleMinutes * minute * 0.5)) await touchSession(database.client, session.id, now)
    return { id: session.id, userId: user.id, name: user.name, email: user.email }
  })
}

/** Ends the session of a browser. A cookie whose session is over already is no error. */
export async function signOut(value: string | null): Promise<void> {
  await withDatabase((database) => end(database, value))
}
