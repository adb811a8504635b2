/** What a figure is made of, and what would tip it (R6). Gives facts; the report puts them into words. */
import type Fraction from 'fraction.js'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { Factor, StageId } from '../questionnaire/schema'
import { ratio } from './exact'
import { scoreSheet } from './score'
import { factorResult, foundationRung, foundationValue } from './score-factor'
import { levelResult } from './score-level'
import { isHigher } from './stage'
import type { FactorResult, LevelResult, PlaceResult, QuestionResult } from './types'

/** One part of a mean: all parts weigh the same. */
export interface ExplainedInput {
  /** Question id in a factor, factor id in a level. */
  readonly id: string
  /** Points, 0–100. */
  readonly points: Fraction
  /** Share of the mean, e.g. 1/7. */
  readonly weight: Fraction
}

/** Why something is in neither side of the mean. */
export type LeftOutReason =
  | 'profile'
  | 'mode'
  | 'user'
  | 'unknown'
  | 'open'
  /** A factor whose key question is not answered, or less than half of it. */
  | 'not-assessable'

export interface FigureExplanation {
  readonly inputs: readonly ExplainedInput[]
  readonly leftOut: readonly { readonly id: string; readonly because: LeftOutReason }[]
  /** Null unless a foundation holds the stage back. */
  readonly cap: {
    readonly from: StageId
    readonly to: StageId
    readonly by: readonly { readonly factorId: string; readonly because: 'not-assessable' | 'key-answer' | 'value' }[]
  } | null
}

function reasonOf({ answer, leftOut }: QuestionResult): LeftOutReason {
  if (leftOut) return leftOut
  return answer.state === 'unknown' || answer.state === 'open' ? answer.state : 'user'
}

/** Explains the value of a factor by its questions. */
export function explainFactor(result: FactorResult): FigureExplanation {
  const weight = ratio(1, Math.max(1, result.coverage.answered))
  return {
    inputs: result.questions.flatMap(({ questionId, answer }) =>
      answer.state === 'answered' ? [{ id: questionId, points: ratio(answer.value * 25, 1), weight }] : [],
    ),
    leftOut: result.questions
      .filter(({ answer }) => answer.state !== 'answered')
      .map((question) => ({ id: question.questionId, because: reasonOf(question) })),
    cap: null,
  }
}

function factorLeftOutBecause(factor: FactorResult): LeftOutReason {
  if (factor.applicable) return 'not-assessable'
  return factor.questions.every(({ leftOut }) => leftOut) ? (factor.questions[0]?.leftOut ?? 'user') : 'user'
}

/** Which part of R3's condition a foundation misses first. */
function unmetBecause(factor: FactorResult | undefined): 'not-assessable' | 'key-answer' | 'value' {
  if (!factor?.score) return 'not-assessable'
  const key = factor.questions.find(({ role }) => role === 'key')?.answer
  if (key?.state !== 'answered' || key.value < foundationRung) return 'key-answer'
  return factor.score.lt(foundationValue) ? 'value' : 'not-assessable'
}

/** Explains the value and stage of a level by its factors. */
export function explainLevel(result: LevelResult): FigureExplanation {
  const scored = result.factors.filter(({ score }) => score)
  const { stage, uncappedStage, cappedBy } = result
  return {
    inputs: scored.map(({ factorId, score }) => ({ id: factorId, points: score!, weight: ratio(1, scored.length) })),
    leftOut: result.factors
      .filter(({ score }) => !score)
      .map((factor) => ({ id: factor.factorId, because: factorLeftOutBecause(factor) })),
    cap:
      stage && uncappedStage && cappedBy.length > 0
        ? {
            from: uncappedStage,
            to: stage,
            by: cappedBy.map((factorId) => ({
              factorId,
              because: unmetBecause(result.factors.find((factor) => factor.factorId === factorId)),
            })),
          }
        : null,
  }
}

/** The smallest single change of an answer that lifts a stage, and the stage it gives. */
export interface TippingAnswer {
  readonly questionId: string
  readonly value: 1 | 2 | 3 | 4
  readonly stage: StageId
}

/** The figure in question. */
export interface TippingTarget {
  readonly kind: 'factor' | 'level'
  readonly id: string
  readonly placeId: string
}

/** The figure with one question answered differently; recomputes only what that question is part of. */
type StageWith = (factor: FactorResult, questionId: string, value: TippingAnswer['value']) => StageId | null

function withAnswer(content: Factor, factor: FactorResult, questionId: string, value: TippingAnswer['value']): FactorResult {
  const questions = factor.questions.map((question): QuestionResult =>
    question.questionId === questionId ? { ...question, answer: { state: 'answered', value } } : question,
  )
  return factorResult(content, factor.subject, questions)
}

interface Figure {
  readonly stage: StageId | null
  readonly factors: readonly FactorResult[]
  readonly stageWith: StageWith
}

function figureOf(questionnaire: Questionnaire, place: PlaceResult, { kind, id }: TippingTarget): Figure | null {
  const contentOf = (factor: FactorResult) => questionnaire.factorById.get(factor.factorId)!
  if (kind === 'factor') {
    const found = place.levels.flatMap(({ factors }) => factors).find(({ factorId }) => factorId === id)
    if (!found) return null
    return {
      stage: found.stage,
      factors: [found],
      stageWith: (factor, questionId, value) => withAnswer(contentOf(factor), factor, questionId, value).stage,
    }
  }
  const level = place.levels.find(({ levelId }) => levelId === id)
  const content = questionnaire.levels.find((known) => known.id === id)
  if (!level || !content) return null
  return {
    stage: level.stage,
    factors: level.factors,
    stageWith: (changed, questionId, value) => {
      const factors = level.factors.map((factor) =>
        factor === changed ? withAnswer(contentOf(factor), factor, questionId, value) : factor,
      )
      return levelResult(content, level.subject, factors, questionnaire.factorById).stage
    },
  }
}

interface Change {
  readonly factor: FactorResult
  readonly questionId: string
  /** Null: not answered yet. */
  readonly from: number | null
}

/** Every question whose answer could be another one. */
function changesOf(factors: readonly FactorResult[]): Change[] {
  return factors.flatMap((factor) =>
    factor.questions.flatMap(({ questionId, answer }): Change[] => {
      if (answer.state === 'answered') return [{ factor, questionId, from: answer.value }]
      return answer.state === 'not_applicable' ? [] : [{ factor, questionId, from: null }]
    }),
  )
}

/**
 * Finds the one answer that would lift a stage: first among answered questions the one whose rise is smallest, then, if
 * none does, among unknown and open ones the one with the lowest answer. Ties: order of the instrument.
 * @returns null if no single answer lifts it, or if there is no stage yet
 */
export function nextTippingAnswer(questionnaire: Questionnaire, sheet: Sheet, target: TippingTarget): TippingAnswer | null {
  const place = scoreSheet(questionnaire, sheet).places.find(({ placeId }) => placeId === target.placeId)
  const figure = place && figureOf(questionnaire, place, target)
  const { stage: now } = figure ?? { stage: null }
  if (!figure || !now) return null
  const changes = changesOf(figure.factors)
  const groups = [changes.filter(({ from }) => from !== null), changes.filter(({ from }) => from === null)]
  for (const group of groups) {
    for (const rise of [1, 2, 3, 4]) {
      for (const { factor, questionId, from } of group) {
        const value = (from ?? 0) + rise
        if (value > 4) continue
        const stage = figure.stageWith(factor, questionId, value as TippingAnswer['value'])
        if (stage && isHigher(stage, now)) return { questionId, value: value as TippingAnswer['value'], stage }
      }
    }
  }
  return null
}
