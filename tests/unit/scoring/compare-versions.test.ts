import { describe, expect, test } from '@jest/globals'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { compareRounds } from '@/lib/scoring/compare'
import { buildQuestionnaire, type FactorOutline } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { buildVersions } from '@/tests/factories/build-version'
import { factorOf, kindsOf, levelOf, partsOf } from '@/tests/factories/read-comparison'

const own: readonly FactorOutline[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const rest = { intermediaer: [{ id: 'x' }], 'vor-ort': [{ id: 'y', subject: 'quartier' as const }] }
const outline = { levels: { verwaltung: own, ...rest } }
const one = buildQuestionnaire(outline)

const round = (questionnaire: Questionnaire, marks: Marks) => ({ questionnaire, sheet: buildSheet(questionnaire, marks) })

describe('two versions (V1–V3)', () => {
  const under = (changes: Parameters<typeof buildVersions>[1]['changes']) => buildVersions(outline, { changes })[1]!.questionnaire
  const from = allMarks(one, 2)

  test.each<[string, Parameters<typeof under>[0], Mark[], unknown, string[], string, boolean]>([
    ['reworded', { 'a-praxis': 'reworded' }, [3, 4], ['75/2', '25', '0', '25/2'], ['improved', 'reworded'], '1/2', true],
    [
      'another scale',
      { 'a-praxis': { mapping: { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 } } },
      [2, 4],
      ['25', '0', '0', '25'],
      ['same', 'reworded'],
      '1/2',
      true,
    ],
    ['replaced', { 'a-praxis': 'replaced' }, [3, 4], ['75/2', '25', '0', '25/2'], ['improved', 'added', 'dropped'], '1/3', false],
    [
      'all reworded',
      { 'a-praxis': 'reworded', 'a-struktur': 'reworded' },
      [3, 4],
      ['75/2', '0', '0', '75/2'],
      ['reworded', 'reworded'],
      '0',
      false,
    ],
  ])('%s', (_, changes, after, parts, kinds, share, comparable) => {
    const comparison = compareRounds(round(one, from), round(under(changes), { ...from, a: after }))
    const factor = factorOf(comparison, 'a')
    expect([partsOf(factor), kindsOf(factor)]).toEqual([parts, kinds])
    expect([factor.overlap.share?.toFraction(), factor.comparable]).toEqual([share, comparable])
    expect(partsOf(factorOf(comparison, 'b'))).toEqual(['0', '0', '0', '0'])
  })

  test('what is common but newly known is no content', () => {
    const before = allMarks(one, 2, { a: [2, '?'] })
    const after = round(under({ 'b-praxis': 'reworded' }), { ...from, a: [2, 4], b: [2, 4] })
    const comparison = compareRounds(round(one, before), after)
    expect(partsOf(factorOf(comparison, 'a'))).toEqual(['25', '0', '25', '0'])
    expect(partsOf(levelOf(comparison))).toEqual(['50/3', '0', '25/3', '25/3'])
  })

  test('a factor without common answers in one round is content in both', () => {
    // The key question is reworded and the practice question known in the second round only.
    const before = allMarks(one, 2, { a: [2, '?'] })
    const comparison = compareRounds(
      round(one, before),
      round(under({ 'a-struktur': 'reworded' }), { ...from, a: [4, 4], b: [4, 2] }),
    )
    expect(partsOf(factorOf(comparison, 'a'))).toEqual(['50', '0', '0', '50'])
    expect(partsOf(levelOf(comparison))).toEqual(['25', '25/2', '0', '25/2'])
  })

  test('added, dropped and moved factors are content of their levels', () => {
    const moved = buildQuestionnaire({
      levels: {
        verwaltung: [{ id: 'a' }, { id: 'neu' }],
        intermediaer: [{ id: 'x' }, { id: 'c' }],
        'vor-ort': rest['vor-ort'],
      },
    })
    const comparison = compareRounds(round(one, from), round(moved, allMarks(moved, 3, { neu: [4, 4] })))
    const level = levelOf(comparison)
    expect(level.factors.map((factor) => [factor.factorId, partsOf(factor)])).toEqual([
      ['a', ['25', '25', '0', '0']],
      ['neu', 'added'],
      ['b', 'dropped'],
      ['c', 'dropped'],
    ])
    expect(partsOf(level)).toEqual(['75/2', '25', '0', '25/2'])
    expect(level.overlap).toMatchObject({ comparable: 2, applicable: 8 })
    expect(partsOf(factorOf(comparison, 'c', 'intermediaer'))).toBe('added')
    expect(kindsOf(factorOf(comparison, 'c', 'intermediaer'))).toEqual(['added', 'added'])
  })

  test('a factor asked about something else is not the same', () => {
    const other = buildQuestionnaire({
      levels: { ...outline.levels, verwaltung: [{ id: 'a', subject: 'quartier' }, { id: 'b' }, { id: 'c' }] },
    })
    const factor = factorOf(compareRounds(round(one, from), round(other, allMarks(other, 3))), 'a')
    expect([partsOf(factor), kindsOf(factor)]).toEqual([
      ['25', '0', '0', '25'],
      ['reworded', 'reworded'],
    ])
  })

  test('without a common factor the whole level is content', () => {
    const other = buildQuestionnaire({ levels: { ...outline.levels, verwaltung: [{ id: 'neu' }] } })
    const level = levelOf(compareRounds(round(one, from), round(other, allMarks(other, 3))))
    expect(partsOf(level)).toEqual(['25', '0', '0', '25'])
  })
})
