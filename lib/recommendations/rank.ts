/** Which measures, in which order: P = G × H × R (docs/methodology.md, recommendations). */
import Fraction from 'fraction.js'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { Factor, Measure } from '../questionnaire/schema'
import type { FactorResult, PlaceResult } from '../scoring/types'
import type { Priority, RankedMeasure, Targets } from './types'

const usualTarget = 75
const lastPlaceOfUnknowns = 5

interface Candidate {
  readonly measure: Measure
  readonly factor: Factor
  readonly result: FactorResult
  readonly priority: Priority
  readonly triggeredBy: RankedMeasure['triggeredBy']
  /** 0 for a factor's first triggered measure, 1 for its second … */
  readonly round: number
}

/** G, H and R of a factor; null without any answer. */
export function priorityOf(questionnaire: Questionnaire, sheet: Sheet, result: FactorResult, targets: Targets = {}): Priority | null {
  const value = result.score ?? result.provisionalScore
  const factor = questionnaire.factorById.get(result.factorId)
  if (!value || !factor || !result.applicable) return null
  const target = targets[factor.id]?.value ?? usualTarget
  const gap = value.compare(target) < 0 ? new Fraction(target).sub(value) : new Fraction(0)
  const leverage = factor.foundation && !result.met ? 3 : 2
  const challenges = questionnaire.challenges
    .filter((challenge) => sheet.challenges.includes(challenge.id) && challenge.factors.includes(factor.id))
    .map((challenge) => challenge.id)
  const relevance = (2 + Math.min(2, challenges.length)) as 2 | 3 | 4
  return { value, target, gap, leverage, relevance, challenges, product: gap.mul(leverage).mul(relevance), provisional: !result.score }
}

/** The answers of a factor that trigger a measure. */
export function triggersOf(measure: Measure, result: FactorResult): RankedMeasure['triggeredBy'] {
  if ('unknowns' in measure.trigger) return []
  return measure.trigger.any.flatMap((range) => {
    const question = result.questions.find(({ questionId, leftOut }) => questionId === range.question && !leftOut)
    if (question?.answer.state !== 'answered') return []
    const { value } = question.answer
    return value >= range.from && value < range.below ? [{ range, value }] : []
  })
}

function candidatesOf(questionnaire: Questionnaire, sheet: Sheet, place: PlaceResult, targets: Targets): Candidate[] {
  return place.levels
    .flatMap((level) => level.factors)
    .flatMap((result) => {
      const factor = questionnaire.factorById.get(result.factorId)
      const priority = priorityOf(questionnaire, sheet, result, targets)
      if (!factor || !priority || priority.gap.compare(0) === 0) return []
      return (questionnaire.measuresOfFactor.get(factor.id) ?? [])
        .map((measure) => ({ measure, triggeredBy: triggersOf(measure, result) }))
        .filter(({ triggeredBy }) => triggeredBy.length > 0)
        .sort((a, b) => a.measure.order - b.measure.order)
        .map(({ measure, triggeredBy }, round): Candidate => ({ measure, factor, result, priority, triggeredBy, round }))
    })
}

/** Ties: foundation, lower value, id. */
function byPriority(a: Candidate, b: Candidate): number {
  return (
    b.priority.product.compare(a.priority.product) ||
    Number(b.factor.foundation) - Number(a.factor.foundation) ||
    a.priority.value.compare(b.priority.value) ||
    (a.measure.id < b.measure.id ? -1 : 1)
  )
}

/** Puts unmet prerequisites directly before what depends on them, however deep. */
function liftPrerequisites(ordered: readonly Candidate[]): { candidate: Candidate; liftedBy: string[] }[] {
  const byId = new Map(ordered.map((candidate) => [candidate.measure.id, candidate]))
  const placed = new Map<string, { candidate: Candidate; liftedBy: string[] }>()
  const place = (candidate: Candidate, wantedBy: string | null) => {
    const known = placed.get(candidate.measure.id)
    if (known) return
    for (const id of candidate.measure.prerequisites) {
      const prerequisite = byId.get(id)
      if (prerequisite) place(prerequisite, candidate.measure.id)
    }
    placed.set(candidate.measure.id, { candidate, liftedBy: wantedBy ? [wantedBy] : [] })
  }
  for (const candidate of ordered) place(candidate, null)
  return [...placed.values()]
}

const unknownCount = (place: PlaceResult) => place.levels.reduce((sum, level) => sum + level.coverage.unknown, 0)

/**
 * Ranks the measures the answers trigger.
 * @returns all of them, best first; „Überblick schaffen“ among the first five as soon as one answer is „Weiß nicht“
 */
export function rankMeasures(questionnaire: Questionnaire, sheet: Sheet, place: PlaceResult, targets: Targets = {}): readonly RankedMeasure[] {
  const candidates = candidatesOf(questionnaire, sheet, place, targets)
  const ordered = [...candidates].sort((a, b) => a.round - b.round || byPriority(a, b))
  const list: Omit<RankedMeasure, 'rank'>[] = liftPrerequisites(ordered).map(({ candidate, liftedBy }) => ({
    measureId: candidate.measure.id,
    factorId: candidate.factor.id,
    subject: candidate.result.subject,
    priority: candidate.priority,
    triggeredBy: candidate.triggeredBy,
    unknowns: 0,
    liftedBy,
  }))
  const unknowns = unknownCount(place)
  const collecting = questionnaire.measures.find((measure) => 'unknowns' in measure.trigger)
  if (unknowns > 0 && collecting) {
    const own = list.findIndex((measure) => measure.factorId === collecting.factor)
    const position = Math.min(own === -1 ? lastPlaceOfUnknowns - 1 : own, lastPlaceOfUnknowns - 1, list.length)
    list.splice(position, 0, {
      measureId: collecting.id,
      factorId: collecting.factor,
      subject: 'kommune',
      priority: null,
      triggeredBy: [],
      unknowns,
      liftedBy: [],
    })
  }
  return list.map((measure, index) => ({ ...measure, rank: index + 1 }))
}
