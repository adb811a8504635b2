/** V5: what must hold for any two rounds. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Answer, Questionnaire, Sheet } from '@/lib/questionnaire/questionnaire'
import { compareRounds, type Round, type RoundComparison } from '@/lib/scoring/compare'
import type { FactorComparison, LevelComparison } from '@/lib/scoring/compare-figures'
import { ratio } from '@/lib/scoring/exact'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { changesArbitrary } from './changes-arbitrary'
import { sheetArbitrary } from './sheet-arbitrary'

const first = buildQuestionnaire(instrumentOutline)
const sheets = sheetArbitrary(first)
const runs = { numRuns: 200 }

const rounds = (questionnaire: Questionnaire): fc.Arbitrary<Round> =>
  sheetArbitrary(questionnaire).map((sheet) => ({ questionnaire, sheet }))
const underOneVersion = fc.tuple(rounds(first), rounds(first))
const underTwoVersions = changesArbitrary([...first.questionById.keys()])
  .map((changes) => buildVersions(instrumentOutline, { changes })[1]!.questionnaire)
  .chain((later) => fc.tuple(rounds(first), rounds(later)))
const pairs = fc.oneof(underOneVersion, underTwoVersions)

type Figure = FactorComparison | LevelComparison
const figuresOf = ({ levels }: RoundComparison): Figure[] => levels.flatMap((level) => [level, ...level.factors])
/** By name, because the order follows the later version. */
const byName = (comparison: RoundComparison) =>
  new Map(
    comparison.levels.flatMap((level): [string, Figure][] => [
      [level.levelId, level],
      ...level.factors.map((factor): [string, Figure] => [`${level.levelId}/${factor.factorId}`, factor]),
    ]),
  )
const partNames = ['total', 'practice', 'known', 'content'] as const
const partsOf = ({ change }: Figure) => change && partNames.map((name) => change[name].toFraction())
const bytes = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))

describe('the parts of a change (V5)', () => {
  test('add up to it, exactly, wherever both values are known', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        for (const figure of figuresOf(compareRounds(before, after))) {
          const [was, is] = [figure.before?.score, figure.after?.score]
          expect(figure.change !== null).toBe(Boolean(was && is))
          expect(figure.noChangeBecause === null).toBe(figure.change !== null)
          if (!figure.change || !was || !is) continue
          const { total, practice, known, content } = figure.change
          expect(total.equals(is.sub(was))).toBe(true)
          expect(practice.add(known).add(content).equals(total)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('are never content under one version', () => {
    fc.assert(
      fc.property(underOneVersion, ([before, after]) => {
        for (const { change } of figuresOf(compareRounds(before, after))) expect(change?.content.valueOf() ?? 0).toBe(0)
      }),
      runs,
    )
  })

  test('are all zero for a round and itself', () => {
    fc.assert(
      fc.property(rounds(first), (round) => {
        const comparison = compareRounds(round, round)
        for (const figure of figuresOf(comparison)) expect(partsOf(figure) ?? ['0', '0', '0', '0']).toEqual(['0', '0', '0', '0'])
        const kinds = comparison.levels.flatMap(({ factors }) => factors.flatMap(({ questions }) => questions))
        expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['same']))
      }),
      runs,
    )
  })

  test('are negated when the rounds are swapped; the share is not', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const [there, back] = [byName(compareRounds(before, after)), byName(compareRounds(after, before))]
        expect([...back.keys()].toSorted()).toEqual([...there.keys()].toSorted())
        for (const [name, figure] of there) {
          const other = back.get(name)!
          expect(partsOf(other)).toEqual(figure.change && partNames.map((part) => figure.change![part].neg().toFraction()))
          expect(bytes([other.overlap, other.comparable])).toBe(bytes([figure.overlap, figure.comparable]))
        }
      }),
      runs,
    )
  })
})

describe('one answer (V5)', () => {
  const raised = fc
    .tuple(sheets, fc.constantFrom(...first.questionById.keys()), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }))
    .map(([sheet, questionId, low, rise]) => {
      const withValue = (value: number): Round => {
        const answer: Answer = { state: 'answered', value: Math.min(4, value) as 0 | 1 | 2 | 3 | 4 }
        const isKommune = first.factorOfQuestion.get(questionId)!.subject === 'kommune'
        return {
          questionnaire: first,
          sheet: {
            ...sheet,
            kommune: isKommune ? { ...sheet.kommune, [questionId]: answer } : sheet.kommune,
            places: sheet.places.map((own) => (isKommune ? own : { ...own, answers: { ...own.answers, [questionId]: answer } })),
          },
        }
      }
      return { questionId, before: withValue(low), after: withValue(low + rise) }
    })

  test('that is raised moves practice and nothing else', () => {
    fc.assert(
      fc.property(raised, ({ questionId, before, after }) => {
        const zero = ratio(0, 1)
        const { id } = first.factorOfQuestion.get(questionId)!
        const comparison = compareRounds(before, after)
        for (const figure of figuresOf(comparison)) {
          if (!figure.change) continue
          const { total, practice, known, content } = figure.change
          expect([known, content].every((part) => part.equals(zero))).toBe(true)
          expect(practice.equals(total)).toBe(true)
        }
        const factor = comparison.levels.flatMap(({ factors }) => factors).find(({ factorId }) => factorId === id)!
        const kind = factor.questions.find((question) => question.questionId === questionId)!
        const counts = kind.after!.leftOut === null
        expect(kind.kind).toBe(counts ? 'improved' : 'same')
        if (factor.change && counts) expect(factor.change.practice.gt(zero)).toBe(true)
      }),
      runs,
    )
  })
})

describe('order and repetition (V5)', () => {
  const reversed = (answers: Sheet['kommune']) => Object.fromEntries(Object.entries(answers).toReversed())
  const other = ({ questionnaire, sheet }: Round): Round => ({
    questionnaire,
    sheet: {
      ...sheet,
      kommune: reversed(sheet.kommune),
      places: sheet.places.map((own) => ({ ...own, answers: reversed(own.answers) })),
    },
  })

  test('the order of answers never matters, and the input is left as it was', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const input = bytes([before.sheet, after.sheet])
        const comparison = bytes(compareRounds(before, after))
        expect(bytes(compareRounds(other(before), other(after)))).toBe(comparison)
        expect(bytes([before.sheet, after.sheet])).toBe(input)
      }),
      { numRuns: 50 },
    )
  })
})
