/**
 * The mark of a browser in which a person has signed in: a random word and a hash of it with the person's e-mail address, under
 * a key of this server. Nothing of it is stored here, and it tells nobody whose it is. It opens nothing; it only says that wrong
 * passwords from this browser are counted for themselves (login-throttle.ts; OWASP, „Device Cookies“).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies, readCookie, writeCookie } from '../cookies'
import { settings } from '../env'
import { derivedKey, keyedHash } from './derived-key'
import { accountLimits } from './limits'

const markPattern = /^[\w-]{22}\.[\w-]{43}$/

const hashFor = (nonce: string, email: string) => keyedHash(derivedKey('known-browser'), nonce, email.trim().toLowerCase())

/** The marks in a `Cookie` header: several people may share a PC. */
function marksOf(header: string | null): string[] {
  const value = readCookie(header, cookies.known, settings().secure) ?? ''
  return value.split('~', accountLimits.marksOfABrowser).filter((mark) => markPattern.test(mark))
}

/** Gives the random word of a mark if it is this person's and made here, else null. */
function wordFor(mark: string, email: string): string | null {
  const [nonce = '', hash = ''] = mark.split('.')
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashFor(nonce, email))) ? nonce : null
}

/**
 * Gives the mark that this person has in a browser, or null.
 * @param header the browser's `Cookie` header
 * @param email need not belong to an account
 */
export function findMark(header: string | null, email: string): string | null {
  // All are compared: how long it takes says nothing.
  return (
    marksOf(header)
      .map((mark) => wordFor(mark, email))
      .find((word) => word !== null) ?? null
  )
}

const withoutMark = (header: string | null, email: string) => marksOf(header).filter((mark) => wordFor(mark, email) === null)

/** Gives the `Set-Cookie` value by which a browser knows this person, beside those it knew before. */
export function markCookie(header: string | null, email: string): string {
  const nonce = randomBytes(16).toString('base64url')
  const marks = [`${nonce}.${hashFor(nonce, email)}`, ...withoutMark(header, email)]
  const kept = marks.slice(0, accountLimits.marksOfABrowser).join('~')
  return writeCookie(cookies.known, kept, settings().secure, accountLimits.markDays)
}

/** Gives the `Set-Cookie` value by which a browser forgets this person. */
export function forgetMarkCookie(header: string | null, email: string): string {
  const marks = withoutMark(header, email)
  return writeCookie(cookies.known, marks.join('~'), settings().secure, marks.length === 0 ? 0 : accountLimits.markDays)
}
