import { describe, expect, test } from '@jest/globals'
import { accountLimits } from '@/lib/accounts/limits'
import { type Attempt, LoginThrottle } from '@/lib/accounts/login-throttle'

const second = 1000
const minute = 60 * second
const at = (account: string, address: string | null = null, mark: string | null = null): Attempt => ({ account, address, mark })
const erika = at('a@b.de')

/** One wrong attempt. @returns how long it has to wait, or 0 if it was compared */
function wrong(throttle: LoginThrottle, attempt: Attempt, now: number): number {
  const begun = throttle.begin(attempt, now)
  return 'wait' in begun ? begun.wait : 0
}

/** Wrong attempts at one moment. @returns how many were compared */
function manyWrong(throttle: LoginThrottle, times: number, attempt: (n: number) => Attempt, now = 0): number {
  return Array.from({ length: times }, (_, n) => wrong(throttle, attempt(n), now)).filter((wait) => wait === 0).length
}

/** The waits of somebody who tries again, wrongly, as soon as it is allowed. */
function waitsInTurn(throttle: LoginThrottle, times: number, attempt: (n: number) => Attempt): number[] {
  let now = 0
  return Array.from({ length: times }, (_, n) => {
    const wait = wrong(throttle, attempt(n), now)
    if (wait > 0) {
      now += wait
      expect(wrong(throttle, attempt(n), now)).toBe(0)
    }
    return wait / second
  })
}

describe('waits', () => {
  test('begin after ten wrong attempts at an account from one address, double, and end at a quarter of an hour', () => {
    const waits = waitsInTurn(new LoginThrottle(), 20, () => erika)
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0))
    expect(waits.slice(10, 16)).toEqual([15, 30, 60, 120, 240, 480])
    expect(waits.at(-1)).toBe(900)
    expect(Math.max(...waits)).toBe(accountLimits.atAccountFromAddress.most / second)
  })

  test('begin after thirty at an account from many addresses, and end at five minutes', () => {
    const waits = waitsInTurn(new LoginThrottle(), 45, (n) => at('a@b.de', `192.0.2.${n}`))
    expect(waits.findIndex((wait) => wait > 0)).toBe(accountLimits.atAccount.free)
    expect(waits.slice(30, 35)).toEqual([15, 30, 60, 120, 240])
    expect(waits.at(-1)).toBe(300)
  })

  test('begin after sixty from one address over many accounts, and end at one minute', () => {
    const waits = waitsInTurn(new LoginThrottle(), 70, (n) => at(`${n}@b.de`, '192.0.2.1'))
    expect(waits.findIndex((wait) => wait > 0)).toBe(accountLimits.fromAddress.free)
    expect(waits.slice(60, 64)).toEqual([5, 10, 20, 40])
    expect(Math.max(...waits)).toBe(60)
  })

  test.each([
    ['of the same account, however it is written', at(' A@B.de '), 15 * second],
    ['of another account', at('c@b.de'), 0],
    ['at the same account from an address', at('a@b.de', '192.0.2.2'), 0],
  ])('after ten wrong ones an attempt %s waits accordingly', (_, next, wait) => {
    const throttle = new LoginThrottle()
    expect(manyWrong(throttle, 10, () => erika)).toBe(10)
    expect(wrong(throttle, next, 0)).toBe(wait)
  })

  test('are not prolonged by attempts within them', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 10, () => erika)
    expect(manyWrong(throttle, 1_000, () => erika, 14 * second)).toBe(0)
    expect(wrong(throttle, erika, 14 * second)).toBe(second)
    expect(wrong(throttle, erika, 15 * second)).toBe(0)
  })

  test('of one address do not fill the count of the account, nor do refused ones that of the address', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 500, () => at('a@b.de', '192.0.2.1'))
    expect(wrong(throttle, at('a@b.de', '192.0.2.2'), 0)).toBe(0)
    expect(wrong(throttle, at('c@b.de', '192.0.2.1'), 0)).toBe(0)
  })

  test('end, and one wrong attempt is forgotten in each quarter of an hour', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 10, () => erika)
    expect(manyWrong(throttle, 5, () => erika, 30 * minute)).toBe(2)
    expect(manyWrong(throttle, 50, () => erika, 600 * minute)).toBe(10)
  })
})

describe('many at once', () => {
  test('are counted one by one, before any of them is known to be wrong', () => {
    expect(manyWrong(new LoginThrottle(), 60, () => erika)).toBe(10)
  })

  test('ten thousand other names do not free the one that is being guessed at', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 1, () => erika)
    manyWrong(throttle, accountLimits.countsOfAKind, (n) => at(n === 0 ? 'a@b.de' : `${n}@b.de`))
    manyWrong(throttle, 8, () => erika)
    expect(wrong(throttle, erika, 0)).toBeGreaterThan(0)
    // The memory is bounded: what was wrong longest ago is forgotten, and only that.
    manyWrong(throttle, accountLimits.countsOfAKind - 1, (n) => at(`further-${n}@b.de`))
    expect(wrong(throttle, erika, 0)).toBeGreaterThan(0)
    manyWrong(throttle, 1, () => at('last@b.de'))
    expect(wrong(throttle, erika, 0)).toBe(0)
  })
})

describe('a right attempt', () => {
  const right = (throttle: LoginThrottle, attempt: Attempt) => {
    const begun = throttle.begin(attempt, 0)
    if ('wait' in begun) throw new Error('it has to wait')
    begun.succeeded()
  }

  test('forgets the wrong ones of its account and address', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 9, () => erika)
    right(throttle, erika)
    expect(manyWrong(throttle, 11, () => erika)).toBe(10)
  })

  test('never adds up, neither for its address nor for its account', () => {
    const throttle = new LoginThrottle()
    for (let n = 0; n < 200; n += 1) right(throttle, at('a@b.de', '192.0.2.1'))
    for (let n = 0; n < 200; n += 1) right(throttle, at(`${n}@b.de`, '192.0.2.1'))
  })

  test('does not give whoever guesses from elsewhere a new beginning', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 29, (n) => at('a@b.de', `192.0.2.${n}`))
    right(throttle, at('a@b.de', '198.51.100.1'))
    expect(manyWrong(throttle, 29, (n) => at('a@b.de', `203.0.113.${n}`))).toBe(1)
  })

  test('and one that told nothing are both taken back', () => {
    const throttle = new LoginThrottle()
    for (let n = 0; n < 20; n += 1) {
      const begun = throttle.begin(erika, 0)
      if ('takeBack' in begun) begun.takeBack()
    }
    expect(manyWrong(throttle, 11, () => erika)).toBe(10)
  })
})

describe('a browser in which the person has signed in before', () => {
  const known = at('a@b.de', '192.0.2.1', 'mark')

  test('has attempts of its own, whatever strangers do', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 200, (n) => at('a@b.de', `192.0.2.${n % 100}`))
    expect(wrong(throttle, at('a@b.de', '198.51.100.1'), 0)).toBeGreaterThan(0)
    expect(manyWrong(throttle, 10, () => known)).toBe(10)
  })

  test('counts for itself only: strangers are not slowed down by it, nor is another known one', () => {
    const throttle = new LoginThrottle()
    expect(manyWrong(throttle, 10, () => known)).toBe(10)
    expect(manyWrong(throttle, 11, () => at('a@b.de', '192.0.2.1'))).toBe(10)
    expect(wrong(throttle, at('a@b.de', '192.0.2.1', 'other'), 0)).toBe(0)
  })

  test('counts as any other after ten wrong ones, and is known again when they are forgotten', () => {
    const throttle = new LoginThrottle()
    expect(manyWrong(throttle, 50, () => known)).toBe(20)
    expect(throttle.isKnown(known, 0)).toBe(false)
    expect(throttle.isKnown(known, 15 * minute)).toBe(true)
  })

  test('begins anew after a right one; one that told nothing is taken back', () => {
    const throttle = new LoginThrottle()
    for (const end of ['succeeded', 'takeBack'] as const) {
      manyWrong(throttle, 9, () => known)
      const begun = throttle.begin(known, 0)
      if (end in begun) (begun as unknown as Record<string, () => void>)[end]!()
      expect([end, throttle.isKnown(known, 0)]).toEqual([end, true])
    }
  })
})

describe('a new password, set with a code', () => {
  test('forgets everything at the account, from wherever', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 500, (n) => at('a@b.de', `192.0.2.${n % 50}`))
    manyWrong(throttle, 500, () => erika)
    throttle.forget(' A@b.de')
    expect(wrong(throttle, erika, 0)).toBe(0)
    expect(wrong(throttle, at('a@b.de', '192.0.2.7'), 0)).toBe(0)
  })

  test('and nothing at others', () => {
    const throttle = new LoginThrottle()
    manyWrong(throttle, 10, () => at('a@b.d'))
    throttle.forget('a@b.de')
    expect(wrong(throttle, at('a@b.d'), 0)).toBeGreaterThan(0)
  })
})

test('a clock that steps back makes nobody wait longer than the longest wait', () => {
  const throttle = new LoginThrottle()
  manyWrong(throttle, 10, () => erika, 1_000_000)
  expect(wrong(throttle, erika, 0)).toBe(15 * second)
})
