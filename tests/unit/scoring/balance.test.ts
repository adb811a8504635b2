import { describe, expect, test } from '@jest/globals'
import { scoreSheet } from '@/lib/scoring/score'
import { buildQuestionnaire, type FactorOutline } from '@/tests/factories/build-questionnaire'
import { buildSheet, type Marks } from '@/tests/factories/build-sheet'

const four = (letter: string): FactorOutline[] => [1, 2, 3, 4].map((index) => ({ id: `${letter}${index}` }))
const questionnaire = buildQuestionnaire({ levels: { verwaltung: four('v'), intermediaer: four('i'), 'vor-ort': four('o') } })

type Pair = readonly [Marks[string][number], Marks[string][number]]

/** Four factors a level. */
function balance(v: readonly Pair[], i: readonly Pair[], o: readonly Pair[]) {
  const marks = Object.fromEntries(
    Object.entries({ v, i, o }).flatMap(([letter, pairs]) => pairs.map((pair, index) => [`${letter}${index + 1}`, pair])),
  )
  return scoreSheet(questionnaire, buildSheet(questionnaire, marks)).places[0]!.balance
}
const all = (pair: Pair): Pair[] => [pair, pair, pair, pair]

describe('balance (R4)', () => {
  test('says nothing unless all three levels are assessable', () => {
    expect(balance(all([4, 4]), all([0, 0]), all(['?', '?']))).toEqual({
      state: 'not-assessable',
      certainty: null,
      spread: null,
      weakest: null,
      strongest: null,
    })
  })

  test('a spread of exactly 25 is no Schieflage', () => {
    const result = balance(all([2, 2]), all([2, 2]), all([1, 1]))
    expect(result).toMatchObject({ state: 'balanced', certainty: null, weakest: 'vor-ort', strongest: 'verwaltung' })
    expect(result.spread?.valueOf()).toBe(25)
  })

  test('a spread over 25 with the weakest under 60 is one, certain if everything is answered', () => {
    const result = balance(
      [
        [2, 3],
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      all([2, 2]),
      all([1, 1]),
    )
    expect(result).toMatchObject({ state: 'imbalance', certainty: 'certain', weakest: 'vor-ort', strongest: 'verwaltung' })
    expect(result.spread?.toFraction()).toBe('225/8')
  })

  test('a weakest level of exactly 60 or more is none, however far the strongest is ahead', () => {
    // 62.5 against 100
    expect(balance(all([4, 4]), all([4, 4]), all([2, 3])).state).toBe('balanced')
  })

  // The strongest has the value 50 and the lower bound 37.5.
  const strongest: Pair[] = [
    [2, '?'],
    [2, '?'],
    [2, 2],
    [2, 2],
  ]
  test.each<[string, Pair[], 'certain' | 'possible']>([
    [
      'under it: gesichert',
      [
        [1, '?'],
        [1, '?'],
        [1, 0],
        [0, 0],
      ],
      'certain',
    ],
    [
      'exactly on it: möglich',
      [
        [1, '?'],
        [1, '?'],
        [1, 1],
        [0, 0],
      ],
      'possible',
    ],
    [
      'over it: möglich',
      [
        [1, '?'],
        [1, '?'],
        [1, 1],
        [1, 0],
      ],
      'possible',
    ],
  ])('upper bound of the weakest %s', (_, weakest, certainty) => {
    expect(balance(strongest, strongest, weakest)).toMatchObject({
      state: 'imbalance',
      certainty,
      weakest: 'vor-ort',
      strongest: 'verwaltung',
    })
  })

  test('several Quartiere are compared one by one with the shared figures of the Kommune', () => {
    const places = buildQuestionnaire({
      levels: { verwaltung: [{ id: 'v' }], intermediaer: [{ id: 'i' }], 'vor-ort': [{ id: 'o', subject: 'quartier' }] },
    })
    const sheet = buildSheet(places, { v: [4, 4], i: [4, 4], o: [0, 0] })
    const two = {
      ...sheet,
      places: [
        ...sheet.places,
        { ...sheet.places[0]!, id: 'sued', name: 'Süd', answers: buildSheet(places, { o: [4, 4] }).places[0]!.answers },
      ],
    }
    const [nord, sued] = scoreSheet(places, two).places
    expect(nord!.balance.state).toBe('imbalance')
    expect(sued!.balance.state).toBe('balanced')
    expect(nord!.levels[0]).toBe(sued!.levels[0])
    expect(nord!.levels.map(({ subject }) => subject)).toEqual(['kommune', 'kommune', 'nord'])
    expect(sued!.levels[2]!.factors[0]!.subject).toBe('sued')
  })
})
