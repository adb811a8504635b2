import { describe, expect, test } from '@jest/globals'
import { compareMeasures, isOverdue } from '@/lib/measures/due'
import { isoDate } from '@/lib/report/format'
import { measureFields } from '../../factories/measure'

describe('a measure is overdue', () => {
  test.each([
    ['the day before', '2026-11-24', 'geplant', false],
    ['on its day', '2026-11-23', 'laeuft', false],
    ['the day after', '2026-11-22', 'laeuft', true],
    ['a year after', '2025-11-23', 'geplant', true],
    ['long after, but done', '2025-11-23', 'erledigt', false],
    ['long after, but dropped', '2025-11-23', 'verworfen', false],
    ['without a day', null, 'geplant', false],
  ] as const)('%s', (_, dueOn, status, expected) => {
    expect(isOverdue({ dueOn, status }, '2026-11-23')).toBe(expected)
  })

  // Clocks go forward on 29 March and back on 25 October 2026; the day in Berlin begins an hour or two before that in UTC.
  test.each([
    ['before midnight, the night clocks go forward', '2026-03-28T22:59:59Z', '2026-03-28', false],
    ['after midnight, the night clocks go forward', '2026-03-28T23:00:00Z', '2026-03-28', true],
    ['before the next midnight, an hour earlier in UTC', '2026-03-29T21:59:59Z', '2026-03-29', false],
    ['after the next midnight', '2026-03-29T22:00:00Z', '2026-03-29', true],
    ['before midnight, the night clocks go back', '2026-10-24T21:59:59Z', '2026-10-24', false],
    ['after midnight, the night clocks go back', '2026-10-24T22:00:00Z', '2026-10-24', true],
    ['before the next midnight, an hour later in UTC', '2026-10-25T22:59:59Z', '2026-10-25', false],
    ['after the next midnight', '2026-10-25T23:00:00Z', '2026-10-25', true],
  ])('%s', (_, instant, dueOn, expected) => {
    expect(isOverdue({ dueOn, status: 'geplant' }, isoDate(new Date(instant)))).toBe(expected)
  })
})

test('open ones come first, by their day; what is done and what was dropped comes last', () => {
  const given = [
    measureFields({ title: 'dropped', status: 'verworfen', dueOn: '2020-01-01' }),
    measureFields({ title: 'done', status: 'erledigt', dueOn: '2020-01-01' }),
    measureFields({ title: 'b, no day' }),
    measureFields({ title: 'ä, no day' }),
    measureFields({ title: 'later', dueOn: '2027-02-01' }),
    measureFields({ title: 'sooner', dueOn: '2027-01-31', status: 'laeuft' }),
  ]
  const titles = given.toSorted(compareMeasures).map(({ title }) => title)
  expect(titles).toEqual(['sooner', 'later', 'ä, no day', 'b, no day', 'done', 'dropped'])
})
