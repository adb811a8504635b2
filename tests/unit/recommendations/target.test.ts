import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { targetOf, targetStates } from '@/lib/recommendations/target'
import type { Targets } from '@/lib/recommendations/types'
import { scoreSheet } from '@/lib/scoring/score'
import { buildSheet, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { oneLevel } from '@/tests/factories/rank-marks'

describe('the target of a factor (Z1)', () => {
  test.each<[string, Targets, number]>([
    ['is 75 unless set', {}, 75],
    ['is what was set with a reason', { a: { value: 60, reason: 'Haushaltssperre' } }, 60],
    ['is 75 without a reason', { a: { value: 60, reason: ' \n' } }, 75],
    ['never leaves 50', { a: { value: 20, reason: 'x' } }, 50],
    ['never exceeds 75', { a: { value: 90, reason: 'x' } }, 75],
    ['is not that of another factor', { b: { value: 50, reason: 'x' } }, 75],
  ])('%s', (_, targets, expected) => {
    expect(targetOf('a', targets)).toBe(expected)
    expect(targetOf('constructor', targets)).toBe(75)
  })
})

const questionnaire = oneLevel([{ id: 'a' }, { id: 'b' }])
const stateOf = (marks: Marks, targets: Targets = {}) =>
  targetStates(scoreSheet(questionnaire, buildSheet(questionnaire, marks)).places[0]!, targets)[0]!

describe('how a factor stands to its target (Z2)', () => {
  test.each<[Mark, Mark, number, string, number | null, number | null]>([
    [3, 3, 75, 'reached', 75, 0],
    [4, 4, 75, 'reached', 100, 0],
    [3, 2, 75, 'below', 62.5, 12.5],
    [3, 2, 62, 'reached', 62.5, 0],
    [3, 2, 63, 'below', 62.5, 0.5],
    [2, 2, 50, 'reached', 50, 0],
    [0, 0, 50, 'below', 0, 50],
    // Only the practice is known: provisional, so neither reached nor missed.
    ['?', 4, 50, 'not-assessable', null, null],
    ['_', '_', 75, 'not-assessable', null, null],
    ['-', '-', 75, 'not-applicable', null, null],
  ])('%s and %s against %i: %s', (key, practice, target, state, value, gap) => {
    const found = stateOf({ a: [key, practice] }, { a: { value: target, reason: 'x' } })
    expect({ ...found, value: found.value?.valueOf() ?? null, gap: found.gap?.valueOf() ?? null }).toEqual({
      factorId: 'a',
      target,
      state,
      value,
      gap,
    })
  })

  test('lowering a target never makes the gap larger, and reaching needs the whole value', () => {
    const rung = fc.integer({ min: 0, max: 4 }) as fc.Arbitrary<Mark>
    const points = fc.integer({ min: 50, max: 75 })
    fc.assert(
      fc.property(rung, rung, points, points, (key, practice, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((value) =>
          stateOf({ a: [key, practice] }, { a: { value, reason: 'x' } }),
        )
        expect(low!.gap!.lte(high!.gap!)).toBe(true)
        for (const { state, value, target } of [low!, high!]) expect(state === 'reached').toBe(value!.gte(target))
      }),
    )
  })
})
