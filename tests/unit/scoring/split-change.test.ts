import { describe, expect, test } from '@jest/globals'
import { ratio } from '@/lib/scoring/exact'
import { splitChange, type ComparedValues } from '@/lib/scoring/split-change'

const values = (value: number | null, common: number | null, comparable: number | null): ComparedValues => {
  const of = (number: number | null) => (number === null ? null : ratio(number, 1))
  return { value: of(value), common: of(common), comparable: of(comparable) }
}

describe('the parts of a change (V2)', () => {
  test.each([
    ['practice alone', values(50, 50, 50), values(75, 75, 75), [25, 25, 0, 0]],
    ['what is known alone', values(50, 50, 50), values(75, 75, 50), [25, 0, 25, 0]],
    ['content alone', values(50, 50, 50), values(75, 50, 50), [25, 0, 0, 25]],
    ['parts that cancel out', values(50, 40, 20), values(50, 30, 60), [0, 40, -50, 10]],
    ['nothing comparable: no practice', values(50, 40, null), values(80, 60, null), [30, 0, 20, 10]],
    ['nothing common before: all content', values(50, null, null), values(80, 60, null), [30, 0, 0, 30]],
    ['nothing common after: all content', values(50, 40, null), values(30, null, null), [-20, 0, 0, -20]],
  ])('%s', (_, before, after, parts) => {
    const split = splitChange(before, after)!
    expect([split.total, split.practice, split.known, split.content].map((part) => part.valueOf())).toEqual(parts)
  })

  test.each([
    ['before', values(null, 40, 40), values(80, 60, 60)],
    ['after', values(80, 60, 60), values(null, 40, 40)],
    ['both', values(null, null, null), values(null, null, null)],
  ])('there are none without a value: %s', (_, before, after) => {
    expect(splitChange(before, after)).toBeNull()
  })

  test('are exact', () => {
    const third = { value: ratio(100, 3), common: ratio(100, 3), comparable: ratio(100, 7) }
    const split = splitChange(third, { value: ratio(50, 3), common: ratio(20, 3), comparable: ratio(10, 7) })!
    expect([split.total, split.practice, split.known, split.content].map((part) => part.toFraction())).toEqual([
      '-50/3',
      '-90/7',
      '-290/21',
      '10',
    ])
  })
})
