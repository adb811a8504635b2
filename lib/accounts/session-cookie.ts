/** The cookie of a signed-in browser. */
import { cookies, readCookie, writeCookie } from '../cookies'

/** Its name over http, and always the one that better-auth knows: its own cookies never reach a browser. */
export const sessionCookieName = cookies.session

/** Gives the value of the session cookie in a browser's `Cookie` header, or null. @param secure true if the site is reached by https */
export function sessionOfHeader(header: string | null, secure: boolean): string | null {
  return readCookie(header, cookies.session, secure) || null
}

/** Gives the value that an answer of better-auth sets, or null. */
export function sessionOfSetCookie(given: readonly string[]): string | null {
  const own = given.find((cookie) => cookie.startsWith(`${sessionCookieName}=`))
  return own?.slice(sessionCookieName.length + 1).split(';')[0] || null
}

/**
 * Stands in the cookie after signing out. A page that is still open in another tab then asks for login, as after an expired
 * session, instead of being told that its round does not exist. No session has this value.
 */
const signedOut = 'abgemeldet'

/**
 * Gives the `Set-Cookie` value that stores a session, or that it was ended. It goes with the browser: town-hall PCs are shared.
 * @param value of the session; null after signing out
 * @param secure true if the site is reached by https
 */
export function sessionCookie(value: string | null, secure: boolean): string {
  return writeCookie(cookies.session, value ?? signedOut, secure)
}
