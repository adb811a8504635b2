/** The cookie of a signed-in browser. */
import { settings } from '../env'

export const sessionCookieName = 'dec-session'

/** Longer than any session: a browser that still sends it can be told that its session is over, instead of „not found“. */
const days = 30

/** Gives the value of the session cookie in a `Cookie` header, or null. */
export function sessionOfHeader(header: string | null): string | null {
  return new RegExp(`(?:^|;\\s*)${sessionCookieName}=([^;]+)`).exec(header ?? '')?.[1] ?? null
}

/** Gives the value that an answer of better-auth sets, or null. */
export function sessionOfSetCookie(cookies: readonly string[]): string | null {
  const own = cookies.find((cookie) => cookie.startsWith(`${sessionCookieName}=`))
  return own?.slice(sessionCookieName.length + 1).split(';')[0] || null
}

/** Gives the `Set-Cookie` value that stores a session, or removes it. Lax: links in mails and on the intranet must find it. */
export function sessionCookie(value: string | null): string {
  const age = value === null ? 0 : days * 24 * 60 * 60
  return `${sessionCookieName}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${settings().secure ? '; Secure' : ''}`
}
