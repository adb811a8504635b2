import { describe, expect, test } from '@jest/globals'
import { GuessThrottle } from '@/lib/assessments/guess-throttle'

const at = (ms: number) => 1_800_000_000_000 + ms

describe('GuessThrottle', () => {
  test('answers as many wrong guesses as it holds, and no more', () => {
    const throttle = new GuessThrottle(3, 600_000)
    expect([0, 1, 2, 3].map((ms) => throttle.allows(at(ms)))).toEqual([true, true, true, false])
  })

  test('fills up again with time, not beyond its capacity', () => {
    const throttle = new GuessThrottle(3, 600_000)
    for (let n = 0; n < 4; n += 1) throttle.allows(at(0))
    expect(throttle.allows(at(199_999))).toBe(false)
    expect(throttle.allows(at(200_001))).toBe(true)
    expect([0, 1, 2, 3].map((ms) => throttle.allows(at(90_000_000 + ms)))).toEqual([true, true, true, false])
  })

  test('a clock set back does not open it', () => {
    const throttle = new GuessThrottle(1, 600_000)
    throttle.allows(at(0))
    expect(throttle.allows(at(-9_000_000))).toBe(false)
  })

  test('nor is the same time filled in twice when an earlier one comes in between', () => {
    const throttle = new GuessThrottle(1, 600_000)
    throttle.allows(at(0))
    for (let n = 0; n < 10; n += 1) expect([throttle.allows(at(-300_000)), throttle.allows(at(300_000))]).toEqual([false, false])
  })
})
