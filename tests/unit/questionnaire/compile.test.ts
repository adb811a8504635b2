import { describe, expect, test } from '@jest/globals'
import { compileQuestionnaire } from '@/lib/questionnaire/compile'
import { buildParts } from '@/tests/factories/build-questionnaire'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const parts = buildParts(instrumentOutline)

describe('compileQuestionnaire', () => {
  test('keeps the order of the instrument whatever the order of the files', () => {
    const questionnaire = compileQuestionnaire(
      { ...parts, factors: parts.factors.toReversed(), measures: parts.measures.toReversed() },
      'hash',
    )
    expect(questionnaire.factors.map(({ id }) => id)).toEqual(
      Object.values(instrumentOutline.levels).flatMap((factors) => factors.map(({ id }) => id)),
    )
    expect(questionnaire.measuresOfFactor.get('ueberblick')?.map(({ id }) => id)).toEqual([
      'ueberblick-erfassen',
      'ueberblick-nutzen',
      'ueberblick-schaffen',
    ])
  })

  test('finds every question with its factor', () => {
    const questionnaire = compileQuestionnaire(parts, 'hash')
    expect(questionnaire.questionById.size).toBe(46)
    expect(questionnaire.factorOfQuestion.get('raeume-praxis')?.id).toBe('raeume')
    expect(questionnaire.factorsOfLevel.get('intermediaer')).toHaveLength(7)
    expect(questionnaire.hash).toBe('hash')
  })

  test('throws with the offending key', () => {
    const [first, ...others] = parts.measures
    const broken = { ...first!, value: { ...first!.value, factor: 'gibt-es-nicht' } }
    expect(() => compileQuestionnaire({ ...parts, measures: [broken, ...others] }, 'hash')).toThrow(
      /dangling-reference.*gibt-es-nicht/,
    )
  })
})
