import { describe, expect, test } from '@jest/globals'
import { clockLimits, hasRunAway, judgeClock, type ClockState } from '@/lib/clock-trust'

const start = new Date('2026-11-23T12:00:00Z')
const hour = 60 * 60 * 1_000
const at = (days: number) => new Date(start.getTime() + days * 24 * hour)

/** What is said of each reading, in days from the start; each is trusted (+) or not (−). */
function judgeAll(readings: readonly (number | 'runs away')[], first: ClockState | null = null): string[] {
  let state = first
  let ranAway = false
  return readings.flatMap((reading) => {
    if (reading === 'runs away') {
      ranAway = true
      return []
    }
    const judgement = judgeClock(state, at(reading), ranAway)
    ranAway = false
    state = judgement.state
    return [`${judgement.trusted ? '+' : '−'}${judgement.finding ?? ''}`]
  })
}

describe('a clock', () => {
  test.each<[string, (number | 'runs away')[], string[]]>([
    ['that runs as it should', [0, 0.1, 1, 2, 30, 89], ['+', '+', '+', '+', '+', '+']],
    ['years ahead at one start, and right again at the next', [0, 1130, 0.1, 0.2], ['+', '−ahead', '+back', '+']],
    ['years ahead for a day is believed', [0, 1130, 1130.5, 1130.99, 1131, 1132], ['+', '−ahead', '−', '−', '+accepted', '+']],
    ['that stood still for 70 days with its server', [0, 70, 70.5, 71], ['+', '−ahead', '−', '+accepted']],
    // Each night anew: the wait goes on over restarts.
    ['of a server that is started every night', [0, 70, 70.9, 71.9], ['+', '−ahead', '−', '+accepted']],
    ['that jumps on while it is not believed', [0, 1130, 1300, 1300.5, 1301], ['+', '−ahead', '−ahead', '−', '+accepted']],
    ['that goes back to another wrong time', [0, 1130, 500, 500.5, 501], ['+', '−ahead', '−ahead', '−', '+accepted']],
    ['that runs away while the server runs', [0, 'runs away', 20, 20.5, 21], ['+', '−ahead', '−', '+accepted']],
    [
      'that runs away again while it is not believed',
      [0, 70, 'runs away', 78, 78.9, 79],
      ['+', '−ahead', '−ahead', '−', '+accepted'],
    ],
    ['that went back by hours', [0, -0.5, 0.1], ['+', '+', '+']],
    ['years slow, and put right', [0, -2000, -1999, 'runs away', 0.1, 0.2], ['+', '+behind', '+', '+caught-up', '+']],
    ['slow, and then years ahead', [0, -2000, 1130], ['+', '+behind', '−ahead']],
    [
      'put back for good after it had been years ahead',
      [0, -1130, -1100, -1069.9, -1069],
      ['+', '+behind', '+', '+accepted', '+'],
    ],
  ])('%s', (_, readings, expected) => {
    expect(judgeAll(readings)).toEqual(expected)
  })

  test('that was slow tells from when to when, so that what was written then can be put right', () => {
    const slow = judgeClock(judgeClock(judgeClock(null, at(0)).state, at(-2000)).state, at(-1999))
    expect(judgeClock(slow.state, at(1)).slow).toEqual({
      from: at(-2000),
      to: new Date(at(-1999).getTime() + 2 * clockLimits.look),
    })
  })

  test('that a machine’s sleep has stopped has not run away; one that is set has', () => {
    const before = { time: at(0), steady: 0 }
    expect(hasRunAway(before, { time: at(2), steady: hour })).toBe(false)
    expect(hasRunAway(before, { time: at(8), steady: hour })).toBe(true)
    expect(hasRunAway(before, { time: at(8), steady: 8 * 24 * hour })).toBe(false)
    expect(hasRunAway(before, { time: at(-8), steady: hour })).toBe(false)
  })
})
