/** R7: what must hold for every sheet. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type Fraction from 'fraction.js'
import { priorityOf } from '@/lib/recommendations/priority'
import { rankMeasures } from '@/lib/recommendations/rank'
import type { Answer, Sheet } from '@/lib/questionnaire/questionnaire'
import { scoreSheet } from '@/lib/scoring/score'
import type { Bounds, PlaceResult } from '@/lib/scoring/types'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { sheetArbitrary } from './sheet-arbitrary'

const questionnaire = buildQuestionnaire(instrumentOutline)
const sheets = sheetArbitrary(questionnaire)
const questionIds = [...questionnaire.questionById.keys()]
const runs = { numRuns: 300 }

const place = (sheet: Sheet): PlaceResult => scoreSheet(questionnaire, sheet).places[0]!
const factorsOf = (result: PlaceResult) => result.levels.flatMap(({ factors }) => factors)
const stages = ['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert']

function withAnswer(sheet: Sheet, questionId: string, answer: Answer): Sheet {
  if (questionnaire.factorOfQuestion.get(questionId)!.subject === 'kommune') {
    return { ...sheet, kommune: { ...sheet.kommune, [questionId]: answer } }
  }
  return { ...sheet, places: sheet.places.map((own) => ({ ...own, answers: { ...own.answers, [questionId]: answer } })) }
}

/** Both missing, or neither and not fallen. */
function expectNotFallen(before: Fraction | null | undefined, after: Fraction | null | undefined): void {
  expect(!after).toBe(!before)
  if (before && after) expect(after.gte(before)).toBe(true)
}
function expectBoundsNotFallen(before: Bounds | null, after: Bounds | null): void {
  expectNotFallen(before?.low, after?.low)
  expectNotFallen(before?.high, after?.high)
}
/** Every figure as text: fractions hold BigInt, which JSON does not know. */
const bytes = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))

/** A sheet with one question answered by a, and the same with b > a. */
const risen = fc
  .tuple(sheets, fc.constantFrom(...questionIds), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .map(([sheet, questionId, low, rise]) => {
    const answer = (value: number): Answer => ({ state: 'answered', value: Math.min(4, value) as 0 | 1 | 2 | 3 | 4 })
    return {
      questionId,
      before: withAnswer(sheet, questionId, answer(low)),
      after: withAnswer(sheet, questionId, answer(low + rise)),
    }
  })

describe('a higher answer (R7)', () => {
  test('lets no factor, level, bound or stage fall, and leaves the coverage equal', () => {
    fc.assert(
      fc.property(risen, ({ before, after }) => {
        const [low, high] = [place(before), place(after)]
        const pairs = [...factorsOf(low), ...low.levels].map(
          (figure, index) => [figure, [...factorsOf(high), ...high.levels][index]!] as const,
        )
        for (const [one, other] of pairs) {
          expectNotFallen(one.score, other.score)
          expectBoundsNotFallen(one.bounds, other.bounds)
          expect(bytes(other.coverage)).toBe(bytes(one.coverage))
          expect(stages.indexOf(other.stage ?? '')).toBeGreaterThanOrEqual(stages.indexOf(one.stage ?? ''))
        }
      }),
      runs,
    )
  })

  test('never widens the gap of its factor', () => {
    fc.assert(
      fc.property(risen, ({ questionId, before, after }) => {
        const factorId = questionnaire.factorOfQuestion.get(questionId)!.id
        const gap = (sheet: Sheet) => {
          const factor = factorsOf(place(sheet)).find((own) => own.factorId === factorId)!
          return priorityOf(questionnaire, sheet, factor, {})?.gap ?? null
        }
        expectNotFallen(gap(after), gap(before))
      }),
      runs,
    )
  })
})

describe('unknown and open (R7)', () => {
  const figures = (result: PlaceResult) =>
    bytes(
      [...factorsOf(result), ...result.levels].map(({ score, bounds, stage, coverage }) => ({
        score,
        bounds,
        stage,
        share: coverage.share,
        applicable: coverage.applicable,
      })),
    )

  test('turning open into unknown changes no figure', () => {
    fc.assert(
      fc.property(sheets, fc.constantFrom(...questionIds), (sheet, questionId) => {
        const open = place(withAnswer(sheet, questionId, { state: 'open' }))
        const unknown = place(withAnswer(sheet, questionId, { state: 'unknown' }))
        expect(figures(unknown)).toBe(figures(open))
        expect(bytes(unknown.balance)).toBe(bytes(open.balance))
      }),
      runs,
    )
  })

  test('an answer that is missing is open', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const kept = (answers: Sheet['kommune']) =>
          Object.fromEntries(Object.entries(answers).filter(([, { state }]) => state !== 'open'))
        const sparse = {
          ...sheet,
          kommune: kept(sheet.kommune),
          places: sheet.places.map((own) => ({ ...own, answers: kept(own.answers) })),
        }
        expect(bytes(scoreSheet(questionnaire, sparse))).toBe(bytes(scoreSheet(questionnaire, sheet)))
      }),
      runs,
    )
  })

  test('a value lies within its own bounds, for factors', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        for (const { score, bounds } of factorsOf(place(sheet))) {
          if (!score || !bounds) continue
          expect(score.gte(bounds.low) && score.lte(bounds.high)).toBe(true)
        }
      }),
      runs,
    )
  })
})

describe('order and repetition (R7)', () => {
  /** The same entries, inserted in another order. */
  const shuffled = (answers: Sheet['kommune'], seed: number) =>
    Object.fromEntries(
      Object.entries(answers)
        .map(([id, answer], index) => [((index + 1) * (seed + 7919)) % 104_729, id, answer] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, id, answer]) => [id, answer]),
    )

  test('the order of answers never matters', () => {
    fc.assert(
      fc.property(sheets, fc.nat(10_000), (sheet, seed) => {
        const other: Sheet = {
          ...sheet,
          challenges: sheet.challenges.toReversed(),
          kommune: shuffled(sheet.kommune, seed),
          places: sheet.places.map((own) => ({ ...own, answers: shuffled(own.answers, seed) })),
        }
        expect(bytes(scoreSheet(questionnaire, other))).toBe(bytes(scoreSheet(questionnaire, sheet)))
        expect(bytes(rankMeasures(questionnaire, other, place(other)))).toBe(
          bytes(rankMeasures(questionnaire, sheet, place(sheet))),
        )
      }),
      runs,
    )
  })

  test('the same input gives the same bytes, and is left as it was', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const input = bytes(sheet)
        const first = bytes([scoreSheet(questionnaire, sheet), rankMeasures(questionnaire, sheet, place(sheet))])
        const again = bytes([scoreSheet(questionnaire, sheet), rankMeasures(questionnaire, sheet, place(sheet))])
        expect(again).toBe(first)
        expect(bytes(sheet)).toBe(input)
      }),
      runs,
    )
  })

  test('no place changes the figures of another', () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        const both: Sheet = { ...one, places: [...one.places, { ...other.places[0]!, id: 'sued', name: 'Süd' }] }
        expect(bytes(scoreSheet(questionnaire, both).places[0])).toBe(bytes(place(one)))
      }),
      runs,
    )
  })
})

describe('conditions (R7)', () => {
  test('what applies depends on profile and mode only, never on an answer', () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        const leftOut = (sheet: Sheet) =>
          factorsOf(place(sheet)).flatMap(({ questions }) => questions.map((question) => question.leftOut))
        expect(leftOut({ ...other, profile: one.profile, mode: one.mode })).toEqual(leftOut(one))
      }),
      runs,
    )
  })
})
