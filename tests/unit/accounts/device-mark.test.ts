import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { findMark, forgetMarkCookie, markCookie } from '@/lib/accounts/device-mark'
import { accountLimits } from '@/lib/accounts/limits'
import { resetSettings } from '@/lib/env'

const folders: string[] = []
function newServer() {
  const folder = mkdtempSync(join(tmpdir(), 'dec-mark-'))
  folders.push(folder)
  process.env.DATA_DIR = folder
  resetSettings()
}
beforeEach(newServer)
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const erika = 'erika@musterstadt.de'
/** What a browser sends after it was given a cookie. */
const sent = (setCookie: string) => setCookie.split(';')[0]!

describe('the mark of a browser', () => {
  test('is for one person, however the address is written; each login makes another', () => {
    const cookie = sent(markCookie(null, erika))
    expect(findMark(cookie, ' Erika@Musterstadt.DE')).toMatch(/^[\w-]{22}$/)
    expect(findMark(cookie, 'ida@musterstadt.de')).toBeNull()
    expect(findMark(null, erika)).toBeNull()
    expect(findMark(sent(markCookie(cookie, erika)), erika)).not.toBe(findMark(cookie, erika))
  })

  test('names nobody, is hidden from scripts, and ends after 400 days', () => {
    const set = markCookie(null, erika)
    expect(set).toMatch(/^dec-known=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
    expect(Buffer.from(set.split('.')[0]!, 'base64url').toString('latin1')).not.toContain('erika')
  })

  test('cannot be made up, moved to somebody else or to another server', () => {
    const cookie = sent(markCookie(null, erika))
    const [nonce, hash] = cookie.slice('dec-known='.length).split('.') as [string, string]
    const other = sent(markCookie(null, 'ida@musterstadt.de')).split('.')[1]
    for (const forged of ['', '~~~', `${nonce}.${hash.toLowerCase()}`, `${'A'.repeat(22)}.${hash}`, `${nonce}.${other}`, nonce]) {
      expect([forged, findMark(`dec-known=${forged}`, erika)]).toEqual([forged, null])
    }
    newServer()
    expect(findMark(cookie, erika)).toBeNull()
  })

  test('stands beside those of others on a shared PC; the one that signed in longest ago goes first', () => {
    const people = Array.from({ length: accountLimits.marksOfABrowser + 1 }, (_, n) => `${n}@musterstadt.de`)
    const cookie = people.reduce((before, email) => sent(markCookie(before, email)), '')
    expect(people.map((email) => findMark(cookie, email) !== null)).toEqual([false, ...Array(people.length - 1).fill(true)])
    const again = sent(markCookie(cookie, people[1]!))
    const next = sent(markCookie(again, erika))
    expect([people[1]!, people[2]!, erika].map((email) => findMark(next, email) !== null)).toEqual([true, false, true])
  })

  test('more marks than belong to a browser are not tried', () => {
    const mark = sent(markCookie(null, erika)).slice('dec-known='.length)
    const other = mark.replace(/^./, (first) => (first === 'x' ? 'y' : 'x'))
    const junk = Array.from({ length: accountLimits.marksOfABrowser }, () => other)
    expect(findMark(`dec-known=${[...junk.slice(1), mark].join('~')}`, erika)).not.toBeNull()
    expect(findMark(`dec-known=${[...junk, mark].join('~')}`, erika)).toBeNull()
  })

  test('is removed with the account, and only that one', () => {
    const both = sent(markCookie(sent(markCookie(null, 'ida@musterstadt.de')), erika))
    const left = sent(forgetMarkCookie(both, erika))
    expect([findMark(left, erika), findMark(left, 'ida@musterstadt.de') !== null]).toEqual([null, true])
    expect(forgetMarkCookie(left, 'ida@musterstadt.de')).toMatch(/^dec-known=; Path=\/; Max-Age=0;/)
  })
})
