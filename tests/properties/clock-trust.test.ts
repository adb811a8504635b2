/** Whatever a clock says: nothing is deleted within a day of a jump, and a time that lasts is believed in the end. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clockLimits, judgeClock, type ClockState } from '@/lib/clock-trust'

const hour = 60 * 60 * 1_000
const start = new Date('2026-11-23T12:00:00Z').getTime()

/** Steps from one reading to the next, in hours: small ones, jumps in both directions, and what lies about the limits. */
const step = fc.oneof(
  fc.double({ min: 0, max: 30, noNaN: true }),
  fc.integer({ min: -50_000, max: 50_000 }),
  fc.constantFrom(0, 1, 23, 24, 25, -23, -24, -25, 1439, 1440, 1441, -1440, -1441),
)
const readings = fc.array(fc.record({ step, ranAway: fc.boolean() }), { maxLength: 40 })

function judgeAll(given: readonly { step: number; ranAway: boolean }[]) {
  let state: ClockState = judgeClock(null, new Date(start)).state
  let time = start
  return given.map(({ step: hours, ranAway }) => {
    time += hours * hour
    const judgement = judgeClock(state, new Date(time), ranAway)
    state = judgement.state
    return { time, ...judgement }
  })
}

test('nothing is deleted within a day of the first reading that jumped', () => {
  fc.assert(
    fc.property(readings, (given) => {
      const judged = judgeAll(given)
      /** The last time by which something may have been deleted: what lies before it is gone already. */
      let believed = start
      let firstJumped: number | null = null
      for (const { time, trusted, finding } of judged) {
        const jumped = time > believed + clockLimits.ahead
        if (jumped) firstJumped = firstJumped === null || time < firstJumped ? time : firstJumped
        else firstJumped = null
        if (!trusted) continue
        if (jumped) expect(time - firstJumped!).toBeGreaterThanOrEqual(clockLimits.wait)
        // By a slow clock less is deleted than was before.
        if (finding === 'accepted' || time >= believed - clockLimits.behind) believed = time
        firstJumped = null
      }
    }),
    { numRuns: 2_000 },
  )
})

test('whatever was, a clock that runs on is believed after two days, with any number of restarts', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(readings, pauses, (given, after) => {
      const judged = judgeAll([...given, ...after.map((hours) => ({ step: hours, ranAway: false }))]).slice(given.length)
      const settled = judged.filter(({ time }) => time - judged[0]!.time >= 2 * clockLimits.wait)
      expect(settled.length).toBeGreaterThan(0)
      expect(settled.map(({ trusted }) => trusted)).not.toContain(false)
    }),
    { numRuns: 500 },
  )
})
