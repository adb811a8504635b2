import { describe, expect, test } from '@jest/globals'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { compareRounds, type RoundComparison } from '@/lib/scoring/compare'
import { buildQuestionnaire, type FactorOutline } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { factorOf, kindsOf, levelOf, partsOf } from '@/tests/factories/read-comparison'

const own: readonly FactorOutline[] = [{ id: 'a', mayNotApply: true }, { id: 'b' }, { id: 'c' }]
const rest = { intermediaer: [{ id: 'x' }], 'vor-ort': [{ id: 'y', subject: 'quartier' as const }] }
const outline = { levels: { verwaltung: own, ...rest } }
const one = buildQuestionnaire(outline)

type Sheet = Parameters<typeof buildSheet>[2]
const round = (questionnaire: Questionnaire, marks: Marks, more: Sheet = {}) => ({
  questionnaire,
  sheet: buildSheet(questionnaire, marks, more),
})

describe('one factor under one version (V1, V2)', () => {
  test.each<[string, Mark[], Mark[], unknown, string[], string, boolean]>([
    ['a higher answer', [2, 2], [3, 2], ['25/2', '25/2', '0', '0'], ['improved', 'same'], '1', true],
    ['a lower answer', [2, 2], [2, 0], ['-25', '-25', '0', '0'], ['same', 'declined'], '1', true],
    ['newly known', [2, '?'], [2, 4], ['25', '0', '25', '0'], ['same', 'newly-known'], '1/2', true],
    ['no longer known', [2, 4], [3, '_'], ['0', '25', '-25', '0'], ['improved', 'no-longer-known'], '1/2', true],
    ['now applicable', [2, '-'], [2, 0], ['-25', '0', '-25', '0'], ['same', 'now-applicable'], '1/2', true],
    ['no longer applicable', [2, 0], [2, '-'], ['25', '0', '25', '0'], ['same', 'no-longer-applicable'], '1/2', true],
    ['applicable, but not known', [2, '-'], [2, '?'], ['0', '0', '0', '0'], ['same', 'now-applicable'], '1/2', true],
    ['unknown both times', [2, '?'], [2, '_'], ['0', '0', '0', '0'], ['same', 'same'], '1/2', true],
    ['never applicable', [1, '-'], [2, '-'], ['25', '25', '0', '0'], ['improved', 'same'], '1', true],
    ['first assessable', ['?', 2], [4, 4], 'first-assessable', ['newly-known', 'improved'], '0', false],
    ['no longer assessable', [1, 1], ['?', 4], 'no-longer-assessable', ['no-longer-known', 'improved'], '0', false],
    ['neither', ['?', 1], ['_', 3], 'neither-assessable', ['same', 'improved'], '0', false],
  ])('%s', (_, before, after, parts, kinds, share, comparable) => {
    const factor = factorOf(compareRounds(round(one, { a: before }), round(one, { a: after })), 'a')
    expect(partsOf(factor)).toEqual(parts)
    expect(kindsOf(factor)).toEqual(kinds)
    expect(factor.overlap.share?.toFraction()).toBe(share)
    expect(factor.comparable).toBe(comparable)
  })

  test('keeps the figures of both rounds', () => {
    const marks = allMarks(one, 2)
    const comparison = compareRounds(round(one, marks), round(one, { ...marks, a: [4, '?'], y: [0, 0] }))
    const { before, after } = factorOf(comparison, 'a')
    expect([before?.stage, after?.stage]).toEqual(['im-aufbau', 'verankert'])
    expect([before?.coverage.share?.valueOf(), after?.coverage.share?.valueOf()]).toEqual([1, 0.5])
    expect([after?.bounds?.low.valueOf(), after?.bounds?.high.valueOf()]).toEqual([50, 100])
    expect([comparison.before.balance.state, comparison.after.balance.state]).toEqual(['balanced', 'imbalance'])
  })

  test('what does not apply in either round has no share', () => {
    const questionnaire = buildQuestionnaire({
      levels: {
        ...outline.levels,
        verwaltung: [{ id: 'a', appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: '-' } }],
      },
    })
    const kreisfrei = round(questionnaire, { a: [4, 4] }, { profile: { status: 'kreisfrei' } })
    const factor = factorOf(compareRounds(kreisfrei, kreisfrei), 'a')
    expect(factor).toMatchObject({ overlap: { comparable: 0, applicable: 0, share: null }, comparable: false })
    const joined = factorOf(compareRounds(kreisfrei, round(questionnaire, { a: [4, 4] })), 'a')
    expect(kindsOf(joined)).toEqual(['now-applicable', 'now-applicable'])
  })

  test('what the Schnellcheck did not ask is not known', () => {
    const schnell = round(one, allMarks(one, 2, { a: [2, 4] }), { mode: 'schnell' })
    const voll = round(one, allMarks(one, 2, { a: [3, 1] }))
    const factor = factorOf(compareRounds(schnell, voll), 'a')
    expect(partsOf(factor)).toEqual(['0', '25', '-25', '0'])
    expect(kindsOf(factor)).toEqual(['improved', 'newly-known'])
    expect(kindsOf(factorOf(compareRounds(voll, schnell), 'a'))).toEqual(['declined', 'no-longer-known'])
    const level = levelOf(compareRounds(schnell, voll))
    expect([level.overlap.share?.toFraction(), level.comparable]).toEqual(['1/2', false])
    expect(levelOf(compareRounds(schnell, schnell)).overlap).toMatchObject({ comparable: 3, applicable: 3 })
  })
})

describe('one level under one version (V3)', () => {
  test('its practice is the mean of that of its factors', () => {
    const before = allMarks(one, 2)
    const comparison = compareRounds(round(one, before), round(one, { ...before, a: [4, 2], b: [2, 1] }))
    expect(partsOf(levelOf(comparison))).toEqual(['25/6', '25/6', '0', '0'])
    expect(levelOf(comparison)).toMatchObject({ comparable: true, noChangeBecause: null })
  })

  test('a factor that becomes assessable is newly known, never content', () => {
    const before = allMarks(one, 2, { c: ['?', 4] })
    const comparison = compareRounds(round(one, before), round(one, { ...before, a: [3, 3], c: [4, 4] }))
    expect(partsOf(factorOf(comparison, 'c'))).toBe('first-assessable')
    expect(partsOf(levelOf(comparison))).toEqual(['25', '25/2', '25/2', '0'])
  })

  test.each<[string, Marks, Marks, string]>([
    ['first', { a: [2, '?'] }, allMarks(one, 2), 'first-assessable'],
    ['no longer', allMarks(one, 2), { a: [2, '?'] }, 'no-longer-assessable'],
    ['neither', { a: [2, 2] }, { b: [2, 2] }, 'neither-assessable'],
  ])('has no change if it is not assessable: %s', (_, before, after, because) => {
    const level = levelOf(compareRounds(round(one, before), round(one, after)))
    expect([partsOf(level), level.comparable]).toEqual([because, false])
  })

  // Four of six questions are two thirds.
  test.each<[string, Marks, string, boolean]>([
    ['two thirds exactly', { a: [2, '?'], b: [2, '?'] }, '2/3', true],
    ['under two thirds', { a: [2, '?'], b: [2, '?'], c: [2, '-'] }, '1/2', false],
  ])('is comparable from two thirds on: %s', (_, marks, share, comparable) => {
    const questionnaire = buildQuestionnaire({
      levels: { ...outline.levels, verwaltung: own.map((factor) => ({ ...factor, mayNotApply: true })) },
    })
    const before = round(questionnaire, allMarks(questionnaire, 2))
    const level = levelOf(compareRounds(before, round(questionnaire, allMarks(questionnaire, 2, marks))))
    expect([level.overlap.share?.toFraction(), level.comparable]).toEqual([share, comparable])
  })
})

describe('what is compared', () => {
  const sheet = buildSheet(one, allMarks(one, 2))
  const places = [
    { id: 'nord', name: 'Nord', answers: buildSheet(one, { y: [1, 1] }).places[0]!.answers },
    { id: 'sued', name: 'Süd', answers: buildSheet(one, { y: [4, 4] }).places[0]!.answers },
  ]
  const two = { questionnaire: one, sheet: { ...sheet, places } }
  const vorOrt = (comparison: RoundComparison) => partsOf(levelOf(comparison, 'vor-ort'))

  test('the first place of each round, or the two named', () => {
    expect(vorOrt(compareRounds(two, two))).toEqual(['0', '0', '0', '0'])
    const named = compareRounds(two, two, { before: 'nord', after: 'sued' })
    expect([named.before.placeName, named.after.placeName]).toEqual(['Nord', 'Süd'])
    expect(named.levels.map(({ after }) => after.score?.valueOf())).toEqual([50, 50, 100])
  })

  test('another Quartier is no change of practice; the questions about the whole town are compared all the same', () => {
    const named = compareRounds(two, two, { before: 'nord', after: 'sued' })
    expect(named.samePlace).toBe(false)
    expect(vorOrt(named)).toEqual(['75', '0', '0', '75'])
    expect(kindsOf(factorOf(named, 'y', 'vor-ort'))).toEqual(['other-place', 'other-place'])
    expect(levelOf(named, 'vor-ort')).toMatchObject({ overlap: { comparable: 0, applicable: 2 }, comparable: false })
    expect(levelOf(named)).toMatchObject({ comparable: true })
  })

  const at = (id: string, name: string) => ({ ...two, sheet: { ...sheet, places: [{ ...places[0]!, id, name }] } })
  test.each<[string, string, string, boolean]>([
    ['renamed', 'nord', 'Nordstadt', true],
    ['named alike', 'p7', '  NORD ', true],
    ['without a name', 'p7', '', true],
    ['another one', 'p7', 'Nordstadt', false],
  ])('the same Quartier: %s', (_, id, name, same) => {
    expect(compareRounds(two, at(id, name)).samePlace).toBe(same)
    expect(compareRounds(at(id, name), two).samePlace).toBe(same)
  })

  test('a round without a place has its own figures all the same', () => {
    const none = { questionnaire: one, sheet: { ...sheet, places: [] } }
    const comparison = compareRounds(none, two)
    expect(partsOf(levelOf(comparison))).toEqual(['0', '0', '0', '0'])
    expect(vorOrt(comparison)).toBe('first-assessable')
  })

  test('no place that does not exist, and no other questionnaire', () => {
    expect(() => compareRounds(two, two, { before: 'nord', after: 'west' })).toThrow(RangeError)
    const foreign = { ...two, questionnaire: { ...one, id: 'anderer' } }
    expect(() => compareRounds(two, foreign)).toThrow(RangeError)
  })
})
