import { describe, expect, test } from '@jest/globals'
import type { Marks } from '@/tests/factories/build-sheet'
import { oneLevel, rankMarks } from '@/tests/factories/rank-marks'

const ids = (...args: Parameters<typeof rankMarks>) => rankMarks(...args).map(({ measureId }) => measureId)

describe('what is called for (E1)', () => {
  const questionnaire = oneLevel([
    {
      id: 'a',
      mayNotApply: true,
      appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Kein Landkreis.' },
      measures: [
        { id: 'unten', trigger: { any: [{ question: 'a-struktur', from: 0, below: 2 }] } },
        {
          id: 'mitte',
          trigger: {
            any: [
              { question: 'a-struktur', from: 2, below: 3 },
              { question: 'a-praxis', from: 1, below: 2 },
            ],
          },
        },
      ],
    },
  ])

  test.each<[string, Marks, string[]]>([
    ['below the range', { a: [0, 0] }, ['unten']],
    ['the last value of a range', { a: [1, 0] }, ['unten']],
    ['the first value of the next', { a: [2, 0] }, ['mitte']],
    ['above all ranges', { a: [3, 0] }, []],
    ['any of two questions', { a: [0, 1] }, ['unten', 'mitte']],
    ['unknown does not trigger', { a: ['?', 0] }, []],
    ['open does not trigger', { a: ['_', '_'] }, []],
    ['not applicable does not trigger', { a: ['-', 1] }, ['mitte']],
  ])('%s', (_, marks, expected) => {
    expect(ids(questionnaire, marks)).toEqual(expected)
  })

  test('a factor that does not apply has no measures', () => {
    expect(rankMarks(questionnaire, { a: [0, 1] }, { profile: { status: 'kreisfrei' } })).toEqual([])
  })

  test('a stored practice answer triggers nothing in the Schnellcheck', () => {
    expect(ids(questionnaire, { a: [0, 1] }, { mode: 'schnell' })).toEqual(['unten'])
  })

  test('a factor at its target has no measures, whatever single answers say', () => {
    const open = oneLevel([{ id: 'a', measures: [{ id: 'm', trigger: { any: [{ question: 'a-praxis', from: 0, below: 4 }] } }] }])
    expect(ids(open, { a: [4, 1] })).toEqual(['m'])
    expect(rankMarks(open, { a: [4, 2] })).toEqual([])
  })
})
