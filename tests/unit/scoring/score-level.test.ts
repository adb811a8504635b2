import { describe, expect, test } from '@jest/globals'
import type { LevelId } from '@/lib/questionnaire/schema'
import { scoreSheet } from '@/lib/scoring/score'
import { buildQuestionnaire, type FactorOutline } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const instrument = buildQuestionnaire(instrumentOutline)

/** A questionnaire whose first level has `count` factors f1 … fn. */
function wide(count: number, more: Partial<FactorOutline> = {}) {
  const factors = Array.from({ length: count }, (_, index) => ({ id: `f${index + 1}`, ...more }))
  return buildQuestionnaire({ levels: { verwaltung: factors, intermediaer: [{ id: 'x' }], 'vor-ort': [{ id: 'y' }] } })
}

function level(questionnaire: ReturnType<typeof wide>, id: LevelId, marks: Marks, more: Parameters<typeof buildSheet>[2] = {}) {
  const [place] = scoreSheet(questionnaire, buildSheet(questionnaire, marks, more)).places
  return place!.levels.find(({ levelId }) => levelId === id)!
}

/** Marks f1 … fn in turn. */
const each = (list: readonly (readonly Mark[])[]): Marks => Object.fromEntries(list.map((own, index) => [`f${index + 1}`, own]))

describe('level value and stage (R2, R3)', () => {
  test('is the mean of its factors, each weighing the same', () => {
    const result = level(
      wide(3),
      'verwaltung',
      each([
        [0, 0],
        [1, 0],
        [4, '?'],
      ]),
    )
    expect(result.score?.toFraction()).toBe('75/2')
  })

  // 627 factors: 1003 steps of 12.5 points are 19.996…; 1004 would be over 20.
  test.each([
    ['19.99', 627, 1003, 'am-anfang'],
    ['20 exactly', 625, 1000, 'punktuell'],
    ['59.99', 625, 2999, 'im-aufbau'],
    ['60 exactly', 625, 3000, 'etabliert'],
  ])('%s over many factors', (_, count, steps, stage) => {
    const marks = Array.from({ length: count }, (_unused, index): Mark[] => {
      const own = Math.floor(((index + 1) * steps) / count) - Math.floor((index * steps) / count)
      return [Math.ceil(own / 2) as Mark, Math.floor(own / 2) as Mark]
    })
    const result = level(wide(count), 'verwaltung', each(marks))
    expect(result.score?.toFraction()).toBe(fractionText(steps * 25, count * 2))
    expect(result.stage).toBe(stage)
  })

  test('factors that cannot be assessed are left out of the value but stay in the bounds', () => {
    const result = level(
      wide(3),
      'verwaltung',
      each([
        [0, 0],
        [0, 0],
        ['?', 4],
      ]),
    )
    expect(result.score?.toFraction()).toBe('0')
    // The value may lie below its own lower bound: 50 for the third factor, which has no value of its own yet.
    expect(result.bounds?.low.toFraction()).toBe('50/3')
    expect(result.bounds?.high.toFraction()).toBe('100/3')
  })

  test('names the weakest factor; ties: foundation, then id', () => {
    const questionnaire = buildQuestionnaire({
      levels: {
        verwaltung: [{ id: 'b' }, { id: 'a' }, { id: 'c', foundation: true }],
        intermediaer: [{ id: 'x' }],
        'vor-ort': [{ id: 'y' }],
      },
    })
    expect(level(questionnaire, 'verwaltung', { a: [1, 1], b: [1, 1], c: [1, 1] }).weakestFactorId).toBe('c')
    expect(level(questionnaire, 'verwaltung', { a: [1, 1], b: [1, 1], c: [2, 2] }).weakestFactorId).toBe('a')
    expect(level(questionnaire, 'verwaltung', { a: [2, 2], b: [1, 1], c: [2, 2] }).weakestFactorId).toBe('b')
    expect(level(questionnaire, 'verwaltung', {}).weakestFactorId).toBeNull()
  })
})

describe('coverage (R2)', () => {
  const answered = (count: number, of: number): Marks =>
    each(Array.from({ length: of / 2 }, (_, index): Mark[] => [index * 2 < count ? 4 : '?', index * 2 + 1 < count ? 4 : '_']))

  test.each([
    ['two thirds exactly', 8, 12, true, true],
    ['just under two thirds', 7, 12, false, false],
    ['80 % exactly', 16, 20, true, false],
    ['just under 80 %', 15, 20, true, true],
    ['everything', 12, 12, true, false],
  ])('%s', (_, count, of, assessable, provisional) => {
    const result = level(wide(of / 2), 'verwaltung', answered(count, of))
    expect(result.coverage.share?.toFraction()).toBe(fractionText(count, of))
    expect({ assessable: result.score !== null, provisional: result.provisional }).toEqual({ assessable, provisional })
    expect(result.notAssessableBecause).toBe(assessable ? null : 'coverage')
  })

  test('with nothing answered there is no value, but bounds from 0 to 100', () => {
    const result = level(wide(2), 'verwaltung', {})
    expect(result).toMatchObject({ score: null, stage: null, uncappedStage: null, notAssessableBecause: 'coverage' })
    expect([result.bounds?.low.valueOf(), result.bounds?.high.valueOf()]).toEqual([0, 100])
  })

  test('without an assessable factor there is no value, however much is answered', () => {
    const questionnaire = wide(2, { questions: 4, mayNotApply: true })
    const result = level(
      questionnaire,
      'verwaltung',
      each([
        ['?', 4, 4, 4],
        ['?', 4, 4, 4],
      ]),
    )
    expect(result.coverage.share?.toFraction()).toBe('3/4')
    expect(result).toMatchObject({ score: null, notAssessableBecause: 'coverage' })
  })
})

describe('„Trifft nicht zu“ (R1)', () => {
  const marks = (notApplicable: number): Marks =>
    each(Array.from({ length: 6 }, (_, index): Mark[] => [4, index < notApplicable ? '-' : 4]))

  test('25 % set by the user leave the level assessable', () => {
    const result = level(wide(6, { mayNotApply: true }), 'verwaltung', marks(3))
    expect(result.coverage).toMatchObject({ notApplicable: 3, applicable: 9 })
    expect(result.score?.valueOf()).toBe(100)
  })

  test('more than 25 % do not', () => {
    const result = level(wide(6, { mayNotApply: true }), 'verwaltung', marks(4))
    expect(result).toMatchObject({ score: null, stage: null, notAssessableBecause: 'not-applicable' })
  })

  test('what the profile leaves out is no part of that share', () => {
    const questionnaire = wide(4, { appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Kein Landkreis.' } })
    const result = level(questionnaire, 'verwaltung', {}, { profile: { status: 'kreisfrei' } })
    expect(result.notAssessableBecause).toBe('coverage')
    expect(result).toMatchObject({ bounds: null, coverage: { share: null } })
  })

  test('in the Schnellcheck the share is one of key questions', () => {
    const questionnaire = wide(4, { mayNotApply: true })
    const sheet = each([
      ['-', 4],
      [4, '-'],
      [4, '-'],
      [4, '-'],
    ])
    expect(level(questionnaire, 'verwaltung', sheet, { mode: 'schnell' }).score?.valueOf()).toBe(100)
    expect(level(questionnaire, 'verwaltung', sheet).notAssessableBecause).toBe('not-applicable')
  })
})

describe('the Landkreis of a kreisfreie Stadt (R1)', () => {
  test('is no part of the level', () => {
    const marks = allMarks(instrument, 4, { landkreis: [0, 0] })
    const without = level(instrument, 'verwaltung', marks, { profile: { status: 'kreisfrei' } })
    expect(without.score?.valueOf()).toBe(100)
    expect(without.coverage).toMatchObject({ applicable: 14, notApplicable: 0 })
    const included = level(instrument, 'verwaltung', marks, { profile: { status: 'kreisangehoerig' } })
    expect(included.score?.toFraction()).toBe('175/2')
    expect(included.coverage.applicable).toBe(16)
  })
})

describe('foundations cap (R3)', () => {
  test.each<[string, LevelId, Marks, string[]]>([
    ['all met', 'verwaltung', {}, []],
    ['rueckendeckung key 1', 'verwaltung', { rueckendeckung: [1, 4] }, ['rueckendeckung']],
    ['rueckendeckung under 50', 'verwaltung', { rueckendeckung: [2, 1] }, ['rueckendeckung']],
    ['zustaendigkeit unknown', 'verwaltung', { zustaendigkeit: ['?', 4] }, ['zustaendigkeit']],
    ['zustaendigkeit open', 'verwaltung', { zustaendigkeit: ['_', '_'] }, ['zustaendigkeit']],
    ['both', 'verwaltung', { rueckendeckung: [0, 0], zustaendigkeit: [0, 0] }, ['rueckendeckung', 'zustaendigkeit']],
    ['schnittstelle', 'intermediaer', { schnittstelle: [1, 1] }, ['schnittstelle']],
    ['raeume', 'vor-ort', { raeume: [0, 0] }, ['raeume']],
    ['quartiermanagement with aufsuchend met', 'vor-ort', { quartiermanagement: [0, 0] }, []],
    [
      'quartiermanagement with aufsuchend unmet',
      'vor-ort',
      { quartiermanagement: [0, 0], aufsuchend: [1, 4] },
      ['quartiermanagement'],
    ],
    ['quartiermanagement met, aufsuchend not', 'vor-ort', { aufsuchend: [0, 0] }, []],
    ['a factor that is no foundation', 'vor-ort', { image: [0, 0] }, []],
  ])('%s', (_, id, marks, cappedBy) => {
    const result = level(instrument, id, allMarks(instrument, 4, marks))
    expect(result.cappedBy).toEqual(cappedBy)
    expect(result.unmetFoundations).toEqual(cappedBy)
    expect(result.stage).toBe(cappedBy.length > 0 ? 'im-aufbau' : result.uncappedStage)
    expect(['etabliert', 'verankert']).toContain(result.uncappedStage)
  })

  test('a cap takes effect only where the stage would be higher', () => {
    const result = level(instrument, 'verwaltung', allMarks(instrument, 2, { rueckendeckung: [0, 0] }))
    expect(result).toMatchObject({
      stage: 'im-aufbau',
      uncappedStage: 'im-aufbau',
      cappedBy: [],
      unmetFoundations: ['rueckendeckung'],
    })
  })

  test('the value itself is not capped', () => {
    expect(level(instrument, 'intermediaer', allMarks(instrument, 4, { schnittstelle: [0, 0] })).score?.toFraction()).toBe(
      '600/7',
    )
  })
})

function fractionText(n: number, d: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  const by = divisor(n, d)
  return d === by ? String(n / by) : `${n / by}/${d / by}`
}
