/** What holds for every sequence of attempts. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { accountLimits } from '@/lib/accounts/limits'
import { type Attempt, LoginThrottle } from '@/lib/accounts/login-throttle'

const longest = accountLimits.atAccountFromAddress.most
const account = 'erika@musterstadt.de'
const accounts = fc.constantFrom(account, 'ida@musterstadt.de', 'niemand@musterstadt.de')
const addresses = fc.constantFrom(null, '192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5')
/** Anybody without a mark of this person. */
const stranger = fc.record({ account: accounts, address: addresses, mark: fc.constant(null) })
/** After how many milliseconds somebody tries, and how often at that moment. */
const step = <T>(who: fc.Arbitrary<T>) =>
  fc.record({ who, pause: fc.integer({ min: 0, max: 20 * 60_000 }), times: fc.integer({ min: 1, max: 40 }) })
const steps = <T>(who: fc.Arbitrary<T>) => fc.array(step(who), { maxLength: 30 })

const waitOf = (throttle: LoginThrottle, attempt: Attempt, now: number): number => {
  const begun = throttle.begin(attempt, now)
  return 'wait' in begun ? begun.wait : 0
}

/** Lets wrong attempts happen. @returns the time afterwards */
function play(throttle: LoginThrottle, given: readonly { who: Attempt; pause: number; times: number }[]): number {
  let now = 0
  for (const { who, pause, times } of given) {
    now += pause
    for (let n = 0; n < times; n += 1) waitOf(throttle, who, now)
  }
  return now
}

describe('whatever happened before', () => {
  test('no wait is longer than the longest, and whoever waits as told is compared if nobody else was meanwhile', () => {
    fc.assert(
      fc.property(steps(stranger), stranger, (before, who) => {
        const throttle = new LoginThrottle()
        const now = play(throttle, before)
        const wait = waitOf(throttle, who, now)
        expect(wait).toBeLessThanOrEqual(longest)
        // Half of it is not enough, and asking does not prolong it.
        if (wait > 1) expect(waitOf(throttle, who, now + wait / 2)).toBeCloseTo(wait / 2)
        if (wait > 0) expect(waitOf(throttle, who, now + wait)).toBe(0)
      }),
    )
  })

  test('waits of somebody who goes on guessing never become shorter', () => {
    fc.assert(
      fc.property(steps(stranger), stranger, (before, who) => {
        const throttle = new LoginThrottle()
        let now = play(throttle, before)
        let last = 0
        for (let n = 0; n < 40; n += 1) {
          const wait = waitOf(throttle, who, now)
          if (wait === 0) continue
          expect(wait).toBeGreaterThanOrEqual(last)
          last = wait
          now += wait
          expect(waitOf(throttle, who, now)).toBe(0)
        }
      }),
    )
  })

  test('strangers never change what a known browser may do', () => {
    const known = { account, address: '192.0.2.1', mark: 'mark' }
    fc.assert(
      fc.property(steps(stranger), fc.integer({ min: 1, max: accountLimits.fromKnownBrowser.free }), (before, times) => {
        const throttle = new LoginThrottle()
        const now = play(throttle, before)
        for (let n = 0; n < times; n += 1) expect(waitOf(throttle, known, now)).toBe(0)
      }),
    )
  })

  test('after a new password the next attempt at the account is compared, from any address that is not slow itself', () => {
    fc.assert(
      fc.property(steps(stranger), addresses, (before, address) => {
        const throttle = new LoginThrottle()
        const now = play(throttle, before)
        throttle.forget(account)
        expect(waitOf(throttle, { account, address, mark: null }, now)).toBeLessThanOrEqual(
          address === null ? 0 : accountLimits.fromAddress.most,
        )
      }),
    )
  })
})
