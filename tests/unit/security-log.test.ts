import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { logSecurity, type SecurityDetails, securityLinesPerMinute } from '@/lib/security-log'

const lines: string[] = []
let now = 0
beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  // Each test begins a new minute.
  now += 3_600_000
  jest.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
  lines.length = 0
})

describe('a line', () => {
  test('says when, what and who', () => {
    logSecurity('role-changed', { person: 'p-1', about: 'p_2', workspace: 'w', what: 'lesen' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^sicherheit \d{4}-\d\d-\d\dT[\d:.]+Z role-changed person=p-1 about=p_2 workspace=w what=lesen$/)
  })

  test('leaves out what is not known', () => {
    logSecurity('login-wrong', { address: null, person: undefined, account: '' })
    expect(lines[0]).toMatch(/login-wrong$/)
  })

  test.each([
    ['a line end', '192.0.2.1\nsicherheit 2026-11-30T00:00:00.000Z login person=x'],
    ['a carriage return', 'x\r\nlogin'],
    ['a line separator of Unicode', 'x\u2028login'],
    ['another field', '192.0.2.1 person=admin'],
    ['a sequence that a terminal obeys', '\u001b[2J\u001b]0;x\u0007'],
    ['an e-mail address', 'erika@musterstadt.de'],
    ['a book', 'x'.repeat(100_000)],
  ])('stays one line with its own fields: %s', (_, address) => {
    logSecurity('login-wrong', { address, what: 'x' } satisfies SecurityDetails)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^sicherheit [\d:.TZ-]+ login-wrong address=[\w.:/-]{1,80} what=x$/)
  })
})

describe('a flood', () => {
  test('of one kind is cut, then told by its number, and the other kinds are told as ever', () => {
    for (let n = 0; n < 1_000; n += 1) logSecurity('login-wrong', { address: '192.0.2.1' })
    expect(lines).toHaveLength(securityLinesPerMinute)
    logSecurity('member-removed', { person: 'a', about: 'b' })
    expect(lines.at(-1)).toContain('member-removed')
    now += 60_000
    jest.advanceTimersByTime(60_000)
    expect(lines.at(-1)).toMatch(new RegExp(` left-out what=login-wrong count=${1_000 - securityLinesPerMinute}$`))
    expect(lines).toHaveLength(securityLinesPerMinute + 2)
    jest.advanceTimersByTime(600_000)
    expect(lines).toHaveLength(securityLinesPerMinute + 2)
  })

  test('ends, and the next one is told again', () => {
    for (let n = 0; n < 100; n += 1) logSecurity('code-wrong')
    now += 60_000
    logSecurity('code-wrong')
    expect(lines.filter((line) => line.includes('code-wrong') && !line.includes('left-out'))).toHaveLength(
      securityLinesPerMinute + 1,
    )
    jest.advanceTimersByTime(60_000)
    expect(lines.at(-1)).toContain(`left-out what=code-wrong count=${100 - securityLinesPerMinute}`)
  })
})
