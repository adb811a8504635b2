import { describe, expect, test } from '@jest/globals'
import { scoreFactor } from '@/lib/scoring/score-factor'
import { buildQuestionnaire, questionIds } from '@/tests/factories/build-questionnaire'
import { answerOf, type Mark } from '@/tests/factories/build-sheet'

const questionnaire = buildQuestionnaire({
  levels: {
    verwaltung: [
      { id: 'zwei', mayNotApply: true },
      { id: 'fuenf', questions: 5 },
    ],
    intermediaer: [{ id: 'kreis', appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Kein Landkreis.' } }],
    'vor-ort': [{ id: 'ort', subject: 'quartier' }],
  },
})

function score(factorId: string, marks: readonly Mark[], { profile = {}, mode = 'voll' as 'voll' | 'schnell' } = {}) {
  const factor = questionnaire.factorById.get(factorId)!
  const ids = questionIds(factorId, factor.questions.length)
  const answers = Object.fromEntries(marks.map((mark, index) => [ids[index]!, answerOf(mark)]))
  return scoreFactor(factor, 'kommune', answers, profile, mode)
}

const text = (result: ReturnType<typeof score>) => ({
  score: result.score?.toFraction() ?? null,
  provisional: result.provisionalScore?.toFraction() ?? null,
  bounds: result.bounds && [result.bounds.low.toFraction(), result.bounds.high.toFraction()],
})

describe('factor (R1, R2)', () => {
  test.each<[string, Mark[], string | null, string | null, [string, string] | null]>([
    ['both answered', [0, 1], '12.5', '12.5', ['12.5', '12.5']],
    ['the highest', [4, 4], '100', '100', ['100', '100']],
    ['only the key question', [3, '?'], '75', '75', ['37.5', '87.5']],
    ['open counts like unknown', [3, '_'], '75', '75', ['37.5', '87.5']],
    ['only the practice question: not assessable', ['?', 3], null, '75', ['37.5', '87.5']],
    ['nothing', ['_', '_'], null, null, ['0', '100']],
    ['not applicable leaves both sides', [3, '-'], '75', '75', ['75', '75']],
    ['key not applicable: not assessable', ['-', 3], null, '75', ['75', '75']],
    ['nothing applies', ['-', '-'], null, null, null],
  ])('%s', (_, marks, value, provisional, bounds) => {
    expect(text(score('zwei', marks))).toEqual({
      score: value && toFraction(value),
      provisional: provisional && toFraction(provisional),
      bounds: bounds && bounds.map(toFraction),
    })
  })

  test.each<[Mark[], boolean]>([
    [[4, 4, 4, '?', '?'], true],
    [[4, 4, '?', '?', '?'], false],
    [[4, 4, '?', '?', '-'], true],
    [[4, '?', '-', '-', '-'], true],
    [['?', 4, 4, 4, 4], false],
  ])('assessable from half of the applicable weight and with the key question: %j → %s', (marks, assessable) => {
    expect(score('fuenf', marks).score !== null).toBe(assessable)
  })

  test('counts every state, and what profile leaves out in none', () => {
    expect(score('fuenf', [4, '?', '_', '-', '-']).coverage).toMatchObject({
      answered: 1,
      unknown: 1,
      open: 1,
      notApplicable: 2,
      applicable: 3,
    })
    const coverage = score('kreis', [4, 4], { profile: { status: 'kreisfrei' } }).coverage
    expect(coverage).toEqual({ answered: 0, unknown: 0, open: 0, notApplicable: 0, applicable: 0, share: null })
  })

  test('an answer the profile leaves out keeps out of the score and counts again when it applies again', () => {
    const out = score('kreis', [4, 4], { profile: { status: 'kreisfrei' } })
    expect(out).toMatchObject({ applicable: false, score: null, bounds: null, stage: null })
    expect(out.questions.map(({ leftOut }) => leftOut)).toEqual(['profile', 'profile'])
    expect(score('kreis', [4, 4], { profile: { status: 'kreisangehoerig' } }).score?.valueOf()).toBe(100)
  })

  test('in the Schnellcheck only the key question counts', () => {
    const result = score('zwei', [1, 4], { mode: 'schnell' })
    expect(text(result)).toEqual({ score: '25', provisional: '25', bounds: ['25', '25'] })
    expect(result.questions[1]).toMatchObject({ leftOut: 'mode', answer: { state: 'not_applicable' } })
    expect(result.coverage.applicable).toBe(1)
  })

  test('answers to other questions are ignored', () => {
    const factor = questionnaire.factorById.get('zwei')!
    const result = scoreFactor(factor, 'kommune', { 'gibt-es-nicht': answerOf(4) }, {}, 'voll')
    expect(result.coverage.answered).toBe(0)
  })
})

describe('a foundation is met (R3)', () => {
  test.each<[string, Mark[], boolean]>([
    ['key 2 and factor 50', [2, 2], true],
    ['key 2 but factor 37.5', [2, 1], false],
    ['key 1 though factor 62.5', [1, 4], false],
    ['key 2, practice unknown: factor 50', [2, '?'], true],
    ['key unknown', ['?', 4], false],
  ])('%s', (_, marks, met) => {
    expect(score('zwei', marks).met).toBe(met)
  })
})

/** `12.5` reads better in a table than `25/2`. */
function toFraction(decimal: string): string {
  return decimal.endsWith('.5') ? `${Number(decimal) * 2}/2` : decimal
}
