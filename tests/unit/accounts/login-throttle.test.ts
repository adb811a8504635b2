import { describe, expect, test } from '@jest/globals'
import { LoginThrottle } from '@/lib/accounts/login-throttle'

const start = new Date('2026-11-23T12:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

function wrong(throttle: LoginThrottle, times: number, email: (n: number) => string, address: string | null = null) {
  for (let n = 0; n < times; n += 1) throttle.failed(email(n), address, start)
}

describe('wrong logins', () => {
  test('ten are answered for one account, however it is written; others are not held up', () => {
    const throttle = new LoginThrottle()
    wrong(throttle, 9, () => 'a@b.de')
    expect(throttle.allows('a@b.de', null, start)).toBe(true)
    wrong(throttle, 1, () => ' A@B.de ')
    expect(throttle.allows('a@b.de', null, start)).toBe(false)
    expect(throttle.allows('c@b.de', null, start)).toBe(true)
  })

  test('are forgotten a quarter of an hour after the first', () => {
    const throttle = new LoginThrottle()
    wrong(throttle, 10, () => 'a@b.de')
    expect(throttle.allows('a@b.de', null, after(14.9))).toBe(false)
    expect(throttle.allows('a@b.de', null, after(15))).toBe(true)
  })

  test('a right one forgets those of its account', () => {
    const throttle = new LoginThrottle()
    wrong(throttle, 9, () => 'a@b.de')
    throttle.succeeded('a@b.de', null)
    wrong(throttle, 9, () => 'a@b.de')
    expect(throttle.allows('a@b.de', null, start)).toBe(true)
  })

  test('sixty are answered for one address over many accounts', () => {
    const throttle = new LoginThrottle()
    wrong(throttle, 60, (n) => `${n}@b.de`, '192.0.2.1')
    expect(throttle.allows('new@b.de', '192.0.2.1', start)).toBe(false)
    expect(throttle.allows('new@b.de', '192.0.2.2', start)).toBe(true)
    expect(throttle.allows('new@b.de', null, start)).toBe(true)
  })

  test('ten thousand other names do not free the one that is being guessed at', () => {
    const throttle = new LoginThrottle()
    wrong(throttle, 10_000, (n) => `${n}@b.de`)
    wrong(throttle, 10, () => 'a@b.de')
    expect(throttle.allows('a@b.de', null, start)).toBe(false)
  })
})
