import { describe, expect, jest, test } from '@jest/globals'
import { cookieName, cookies, readCookie, writeCookie } from '@/lib/cookies'
import { sessionOfHeader } from '@/lib/accounts/session-cookie'

describe('by https', () => {
  test.each(Object.values(cookies))('%s can only be set by this host, by https, for the whole site', (cookie) => {
    const set = writeCookie(cookie, 'wert', true, 400)
    expect(set).toBe(`__Host-${cookie}=wert; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure`)
    expect(set).not.toMatch(/domain/i)
  })

  test.each([
    ['a plain name, planted by a neighbouring subdomain or over http', 'dec-key=fremd'],
    ['another prefix', '__Secure-dec-key=fremd'],
    ['other letters', '__host-dec-key=fremd'],
    ['a space of Latin 1 before the name', '\u00a0__Host-dec-key=fremd'],
    ['a space of Unicode before the name', '\u2003__Host-dec-key=fremd'],
    ['a name that only begins so', '__Host-dec-key2=fremd'],
    ['a blank before the sign', '__Host-dec-key =fremd'],
    ['it in the value of another', 'x="__Host-dec-key=fremd"'],
  ])('%s is not ours', (_, planted) => {
    expect(readCookie(planted, cookies.key, true)).toBeNull()
    for (const header of [`${planted}; __Host-dec-key=eigen`, `__Host-dec-key=eigen; ${planted}`]) {
      expect(readCookie(header, cookies.key, true)).toBe('eigen')
    }
  })

  test('of two with our name one is forged: none counts', () => {
    expect(readCookie('__Host-dec-session=fremd; __Host-dec-session=eigen', cookies.session, true)).toBeNull()
    expect(readCookie('__Host-dec-session=eigen; __Host-dec-session=eigen', cookies.session, true)).toBe('eigen')
  })
})

describe('by http', () => {
  test('the names are plain', () => {
    expect(writeCookie(cookies.session, 'wert', false)).toBe('dec-session=wert; Path=/; HttpOnly; SameSite=Lax')
    expect(cookieName(cookies.key, false)).toBe('dec-key')
  })

  test('one with a longer path comes first and does not count', () => {
    expect(readCookie('dec-key=fremd; other=1; dec-key=eigen', cookies.key, false)).toBe('eigen')
    expect(sessionOfHeader('dec-session=fremd;dec-session=eigen', false)).toBe('eigen')
  })

  test('a cookie is removed at once, and an empty one is no session', () => {
    expect(writeCookie(cookies.key, '', false, 0)).toBe('dec-key=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
    expect(sessionOfHeader('dec-session=', false)).toBeNull()
    expect(sessionOfHeader(null, false)).toBeNull()
  })
})

test('a header of blanks is read step by step, not by a pattern that tries each of them', () => {
  const header = `a${' '.repeat(15_000)}b; \t dec-key=eigen \t`
  const replaced = jest.spyOn(String.prototype, 'replace')
  try {
    expect(readCookie(header, cookies.key, false)).toBe('eigen')
    expect(replaced).not.toHaveBeenCalled()
  } finally {
    replaced.mockRestore()
  }
})
