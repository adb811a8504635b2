/** One factor, and one level, in two rounds (V2–V4). */
import type Fraction from 'fraction.js'
import type { LevelId } from '../questionnaire/schema'
import {
  appliesInEither,
  compareQuestions,
  isCommon,
  isComparable,
  type FactorSide,
  type QuestionChange,
} from './compare-questions'
import { mean, ratio } from './exact'
import { splitChange, type ChangeParts, type ComparedValues } from './split-change'
import type { FactorResult, LevelResult, QuestionResult } from './types'

/** V4, eigene Setzung: from these shares of comparable questions on, two values may be set side by side. */
const smallestFactorShare = ratio(1, 2)
const smallestLevelShare = ratio(2, 3)

/** How much of a figure rests on the same questions (V4). */
export interface Overlap {
  /** Questions asked alike and answered both times, in factors assessable both times. */
  readonly comparable: number
  /** Questions to be answered in at least one of the rounds. */
  readonly applicable: number
  /** comparable ÷ applicable, 0–1; null if nothing applies. */
  readonly share: Fraction | null
}

export type NoChangeReason =
  | 'first-assessable'
  | 'no-longer-assessable'
  | 'neither-assessable'
  /** The level of the version of the other round does not have the factor. */
  | 'added'
  | 'dropped'

interface FigureComparison<Result> {
  readonly before: Result
  readonly after: Result
  /** What the parts are made of. */
  readonly values: { readonly before: ComparedValues; readonly after: ComparedValues }
  /** Null if there is no change to speak of; `noChangeBecause` says why. */
  readonly change: ChangeParts | null
  readonly noChangeBecause: NoChangeReason | null
  readonly overlap: Overlap
  /** Whether the overlap suffices to set the two values side by side (V4). */
  readonly comparable: boolean
}

/** `before` or `after` is null if the level of that version does not have the factor. */
export interface FactorComparison extends FigureComparison<FactorResult | null> {
  readonly factorId: string
  readonly questions: readonly QuestionChange[]
}

export interface LevelComparison extends FigureComparison<LevelResult> {
  readonly levelId: LevelId
  /** In the order of the later version, then those it no longer has. */
  readonly factors: readonly FactorComparison[]
}

type Moment = 'before' | 'after'

function reasonOf(before: Fraction | null, after: Fraction | null): NoChangeReason | null {
  if (before && after) return null
  if (before) return 'no-longer-assessable'
  return after ? 'first-assessable' : 'neither-assessable'
}

function overlapOf(comparable: number, applicable: number): Overlap {
  return { comparable, applicable, share: applicable > 0 ? ratio(comparable, applicable) : null }
}

function meanOfAnswers(questions: readonly (QuestionResult | null)[]): Fraction | null {
  return mean(
    questions.flatMap((question) => (question?.answer.state === 'answered' ? ratio(question.answer.value * 25, 1) : [])),
  )
}

/**
 * Compares one factor of one level. All its questions decide whether it is assessable; which ones are averaged is narrowed
 * down to common and comparable ones only after that.
 * @param before null if the level of the first round's version does not have the factor; `after` likewise, never both
 * @param samePlace whether both rounds speak of the same Quartier
 */
export function compareFactor(before: FactorSide | null, after: FactorSide | null, samePlace: boolean): FactorComparison {
  const questions = compareQuestions(before, after, samePlace)
  const scores = { before: before?.result.score ?? null, after: after?.result.score ?? null }
  const common = questions.filter(isCommon)
  const comparable = scores.before && scores.after ? questions.filter(isComparable) : []
  const valuesOf = (moment: Moment): ComparedValues => ({
    value: scores[moment],
    common: scores[moment] && meanOfAnswers(common.map((question) => question[moment])),
    comparable: meanOfAnswers(comparable.map((question) => question[moment])),
  })
  const values = { before: valuesOf('before'), after: valuesOf('after') }
  const overlap = overlapOf(comparable.length, questions.filter(appliesInEither).length)
  return {
    factorId: (after ?? before)!.content.id,
    before: before?.result ?? null,
    after: after?.result ?? null,
    values,
    change: splitChange(values.before, values.after),
    noChangeBecause: !before ? 'added' : !after ? 'dropped' : reasonOf(scores.before, scores.after),
    overlap,
    comparable: overlap.share?.gte(smallestFactorShare) ?? false,
    questions,
  }
}

/** V3: a factor enters the common values if no round counts it without being able to say how much of it is common. */
function isCommonFactor({ values }: FactorComparison): boolean {
  return [values.before, values.after].every(({ value, common }) => !value || common)
}

/**
 * Compares one level. Which factors enter is decided once for both rounds, so that no factor counts as content in one and as
 * practice in the other (V3).
 * @param factors comparisons of all factors the level has in either version
 */
export function compareLevel(before: LevelResult, after: LevelResult, factors: readonly FactorComparison[]): LevelComparison {
  const common = factors.filter(isCommonFactor)
  const comparable = factors.filter(({ values }) => values.before.comparable && values.after.comparable)
  const valuesOf = (moment: Moment, { score }: LevelResult): ComparedValues => ({
    value: score,
    common: mean(common.flatMap(({ values }) => values[moment].common ?? [])),
    comparable: mean(comparable.flatMap(({ values }) => values[moment].comparable ?? [])),
  })
  const values = { before: valuesOf('before', before), after: valuesOf('after', after) }
  const sum = (key: 'comparable' | 'applicable') => factors.reduce((total, { overlap }) => total + overlap[key], 0)
  const overlap = overlapOf(sum('comparable'), sum('applicable'))
  const change = splitChange(values.before, values.after)
  return {
    levelId: after.levelId,
    before,
    after,
    values,
    change,
    noChangeBecause: reasonOf(before.score, after.score),
    overlap,
    comparable: change !== null && (overlap.share?.gte(smallestLevelShare) ?? false),
    factors,
  }
}
