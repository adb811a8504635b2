/** The cookie of a signed-in browser. */
export const sessionCookieName = 'dec-session'

/** Gives the value of the session cookie in a `Cookie` header, or null. */
export function sessionOfHeader(header: string | null): string | null {
  return new RegExp(`(?:^|;\\s*)${sessionCookieName}=([^;]+)`).exec(header ?? '')?.[1] ?? null
}

/** Gives the value that an answer of better-auth sets, or null. */
export function sessionOfSetCookie(cookies: readonly string[]): string | null {
  const own = cookies.find((cookie) => cookie.startsWith(`${sessionCookieName}=`))
  return own?.slice(sessionCookieName.length + 1).split(';')[0] || null
}

/**
 * Stands in the cookie after signing out. A page that is still open in another tab then asks for login, as after an expired
 * session, instead of being told that its round does not exist. No session has this value.
 */
const signedOut = 'abgemeldet'

/**
 * Gives the `Set-Cookie` value that stores a session, or that it was ended. It goes with the browser: town-hall PCs are shared.
 * Lax and not Strict, for the same reasons as the browser key.
 * @param value of the session; null after signing out
 * @param secure true if the site is reached by https
 */
export function sessionCookie(value: string | null, secure: boolean): string {
  return `${sessionCookieName}=${value ?? signedOut}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
