/** Signing in and out, and finding out who a browser's session belongs to. All failures are AppErrors. */
import { APIError } from 'better-auth/api'
import { withDatabase } from '../assessments/with-database'
import type { Database } from '../db'
import { settings } from '../env'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { authOf } from './adapter'
import { derivedKey, keyedHash } from './derived-key'
import { findMark, markCookie } from './device-mark'
import type { Begun } from './login-throttle'
import { beginLogin, forgetAttempts, isKnownBrowser, takeHashingTurn } from './password-attempts'
import { endSessions, touchSession } from './repository'
import { sessionCookieName, sessionOfSetCookie } from './session-cookie'
import { isOver } from './session-end'

const minute = 60 * 1000
/** A use is noted at most this often: reading a page is no reason to write. */
const noteEvery = 5 * minute

export interface Credentials {
  readonly email: string
  readonly password: string
  /** Of the client, as a proxy gives it that the operator trusts; null where there is none. */
  readonly address: string | null
  /** The browser's `Cookie` header: whether this person has signed in there before. */
  readonly cookies?: string | null
}

export interface SignedIn {
  /** The value of the session cookie. */
  readonly cookie: string
  /** The `Set-Cookie` value by which the browser knows this person from now on. */
  readonly mark: string
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

/** Ends the session of a cookie's value if there is one. @returns whose it was, or null */
async function end(database: Database, value: string | null): Promise<string | null> {
  const found = value === null ? null : await lookUp(database, value)
  if (found) await endSessions(database.client, { token: found.session.token })
  return found?.user.id ?? null
}

const wrongLogin = () => new AppError('bad-login', { fields: [{ field: 'password', code: 'bad-login' }] })

/**
 * Compares a password and opens a session.
 * @param ahead true for people who have shown that they belong here
 * @throws AppError `bad-login`, or `throttled` if too many are waiting
 */
export async function openSession(
  database: Database,
  { email, password }: { readonly email: string; readonly password: string },
  { ahead }: { readonly ahead: boolean },
): Promise<{ readonly cookie: string; readonly userId: string }> {
  // Hashes a password also for an unknown address, so that the time does not tell which it was.
  const signIn = () => authOf(database).api.signInEmail({ body: { email, password }, returnHeaders: true })
  const { headers, response } = await takeHashingTurn(signIn, { ahead }).catch((error: unknown) => {
    throw error instanceof APIError ? wrongLogin() : error
  })
  const cookie = sessionOfSetCookie(headers.getSetCookie())
  if (cookie === null) throw new Error('better-auth signed in without a session cookie')
  return { cookie, userId: response.user.id }
}

/** An address that was typed, so that the operator sees which attempts belong together, and not what was typed. */
const accountInLog = (email: string) => keyedHash(derivedKey('log-account'), email.trim().toLowerCase()).slice(0, 12)

/**
 * Signs a person in; the session the browser had before ends.
 * @param previous value of the browser's session cookie, or null
 * @throws AppError `bad-login` for an unknown address and a wrong password alike, `throttled` while one has to wait
 */
export async function signIn(
  { email, password, address, cookies = null }: Credentials,
  previous: string | null,
): Promise<SignedIn> {
  return await withDatabase(async (database) => {
    const attempt = { account: email, address, mark: findMark(cookies, email) }
    const details = { account: accountInLog(email), address }
    const ahead = isKnownBrowser(attempt)
    let begun: Begun | undefined
    try {
      // Counted before the password is compared, which takes time: many at once are no way around it.
      begun = beginLogin(attempt)
      const { cookie, userId } = await openSession(database, { email, password }, { ahead })
      begun.succeeded()
      logSecurity('login', { person: userId, what: ahead ? 'known-browser' : 'new-browser' })
      await end(database, previous)
      return { cookie, mark: markCookie(cookies, email) }
    } catch (error) {
      const code = error instanceof AppError ? error.code : null
      if (code === 'bad-login') logSecurity('login-wrong', details)
      else begun?.takeBack()
      if (code === 'throttled') logSecurity('login-slowed', { ...details, what: begun ? 'busy' : 'wrong' })
      throw error
    }
  })
}

/**
 * Signs in whoever has just proved with a code that the account is theirs, whatever strangers have tried at it before.
 * @param previous value of the browser's session cookie, or null
 */
export async function signInAfterCode(
  { email, password, cookies = null }: Omit<Credentials, 'address'>,
  previous: string | null,
): Promise<SignedIn> {
  forgetAttempts({ email })
  return await withDatabase(async (database) => {
    const { cookie, userId } = await openSession(database, { email, password }, { ahead: true })
    logSecurity('login', { person: userId, what: 'after-code' })
    await end(database, previous)
    return { cookie, mark: markCookie(cookies, email) }
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
    if (isOver(session, now)) {
      await endSessions(database.client, { token: session.token })
      throw new AppError('login-required')
    }
    const unused = now.getTime() - session.updatedAt.getTime()
    if (unused >= Math.min(noteEvery, settings().sessionIdleMinutes * minute * 0.5))
      await touchSession(database.client, session.id, now)
    return { id: session.id, userId: user.id, name: user.name, email: user.email }
  })
}

/** Ends the session of a browser. A cookie whose session is over already is no error. */
export async function signOut(value: string | null): Promise<void> {
  const person = await withDatabase((database) => end(database, value))
  if (person !== null) logSecurity('logout', { person })
}
