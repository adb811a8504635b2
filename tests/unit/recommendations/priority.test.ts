import { describe, expect, test } from '@jest/globals'
import type { MeasureOutline } from '@/tests/factories/build-questionnaire'
import type { Marks } from '@/tests/factories/build-sheet'
import { oneLevel, rankMarks, singleMeasureFactor } from '@/tests/factories/rank-marks'

describe('priority (E2)', () => {
  test.each<[string, Marks, number | undefined]>([
    ['unmet foundation', { f: [1, 1] }, 50 * 3 * 2],
    ['foundation by its key answer', { f: [1, 4] }, 12.5 * 3 * 2],
    ['met foundation', { f: [2, 2] }, 25 * 2 * 2],
    ['no foundation', { a: [1, 1] }, 50 * 2 * 2],
    ['not assessable counts as vorläufig', { a: ['?', 1] }, 50 * 2 * 2],
  ])('%s', (_, marks, product) => {
    const measures = (id: string): MeasureOutline[] => [
      {
        id: `m-${id}`,
        trigger: {
          any: [
            { question: `${id}-struktur`, from: 0, below: 4 },
            { question: `${id}-praxis`, from: 0, below: 4 },
          ],
        },
      },
    ]
    const questionnaire = oneLevel([
      { id: 'f', foundation: true, measures: measures('f') },
      { id: 'a', measures: measures('a') },
    ])
    const [first] = rankMarks(questionnaire, marks)
    expect(first?.priority?.product.valueOf()).toBe(product)
    expect(first?.priority?.provisional).toBe(marks['a']?.[0] === '?')
  })

  test('at most two challenges count, only chosen and linked ones, each once', () => {
    const questionnaire = oneLevel(
      [singleMeasureFactor('a')],
      ['eins', 'zwei', 'drei'].map((id) => ({ id, factors: ['a'] })).concat({ id: 'fremd', factors: ['x'] }),
    )
    const relevance = (challenges: string[]) => rankMarks(questionnaire, { a: [0, 0] }, { challenges })[0]!.priority!
    expect(relevance([]).relevance).toBe(2)
    expect(relevance(['fremd', 'gibt-es-nicht']).relevance).toBe(2)
    expect(relevance(['eins', 'eins']).relevance).toBe(3)
    expect(relevance(['drei', 'zwei', 'eins'])).toMatchObject({ relevance: 4, challenges: ['eins', 'zwei', 'drei'] })
  })

  test.each<[string, { value: number; reason: string }, number]>([
    ['lowered with a reason', { value: 50, reason: 'Erst das Quartiermanagement.' }, 25],
    ['never under 50', { value: 10, reason: 'Anderes zuerst.' }, 25],
    ['never over 75', { value: 90, reason: 'Ehrgeiz.' }, 50],
    ['without a reason it stays at 75', { value: 50, reason: '  ' }, 50],
  ])('target %s', (_, target, gap) => {
    const [first] = rankMarks(oneLevel([singleMeasureFactor('a')]), { a: [1, 1] }, {}, { a: target })
    expect(first!.priority!.gap.valueOf()).toBe(gap)
  })
})
