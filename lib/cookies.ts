/**
 * The cookies of this site and how their values are read and written. By https each name begins with `__Host-`: a browser takes
 * such a cookie only from this very host, by https and for the whole site (RFC 6265bis, section 4.1.3.2), so that neither a
 * neighbouring subdomain nor somebody in the network can plant one. By http nothing protects a cookie.
 */

/** What is kept in a browser: the key of checks without an account, the session, and that somebody has signed in here before. */
export const cookies = { key: 'dec-key', session: 'dec-session', known: 'dec-known' } as const
export type Cookie = (typeof cookies)[keyof typeof cookies]

/** Gives the name that a cookie has in browsers. @param secure true if the site is reached by https */
export const cookieName = (cookie: Cookie, secure: boolean): string => (secure ? `__Host-${cookie}` : cookie)

const isBlank = (character: string | undefined) => character === ' ' || character === '\t'

/**
 * Blank and tab are all that may stand around a cookie; what else Unicode calls a space belongs to the name. Step by step: a
 * pattern for the blanks at an end tries every blank in the middle too, in the square of their number.
 */
function withoutBlanks(pair: string): string {
  let [start, end] = [0, pair.length]
  while (isBlank(pair[start])) start += 1
  while (end > start && isBlank(pair[end - 1])) end -= 1
  return pair.slice(start, end)
}

const ownNames = Object.values(cookies).flatMap((cookie) => [`${cookieName(cookie, false)}=`, `${cookieName(cookie, true)}=`])

/**
 * Gives what of a `Cookie` header is ours. What other sites of the same host have put into a browser is nobody's business here, and
 * Next takes n² steps for n of them.
 * @returns null if nothing is
 */
export function ownCookies(header: string): string | null {
  const pairs = header.split(';').map(withoutBlanks)
  return pairs.filter((pair) => ownNames.some((name) => pair.startsWith(name))).join('; ') || null
}

/**
 * Gives the value of a cookie in a `Cookie` header, or null. Of several with the same name the last counts over http: browsers
 * put one with a longer path first, and only ours is sure to have the shortest. By https a browser never has two of them: then
 * somebody got around it, and none counts.
 */
export function readCookie(header: string | null, cookie: Cookie, secure: boolean): string | null {
  const name = `${cookieName(cookie, secure)}=`
  const pairs = (header ?? '').split(';').map(withoutBlanks)
  const values = pairs.filter((pair) => pair.startsWith(name)).map((pair) => pair.slice(name.length))
  const value = values.at(-1) ?? null
  return secure && values.some((other) => other !== value) ? null : value
}

/**
 * Gives a `Set-Cookie` value: for this host and the whole site, hidden from scripts. Lax and not Strict: links in web mail and on
 * the intranet must find it; forged posts are stopped by their Origin.
 * @param days until it ends, 0 to remove it; without it, it goes when the browser closes
 */
export function writeCookie(cookie: Cookie, value: string, secure: boolean, days?: number): string {
  const age = days === undefined ? '' : `; Max-Age=${days * 24 * 60 * 60}`
  return `${cookieName(cookie, secure)}=${value}; Path=/${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
