/** Which measures the answers call for (docs/methodology.md, E1). */
import type { Questionnaire } from '../questionnaire/questionnaire'
import type { Measure } from '../questionnaire/schema'
import type { FactorResult, PlaceResult } from '../scoring/types'
import type { RankedMeasure } from './types'

export interface SelectedMeasure {
  readonly measure: Measure
  readonly triggeredBy: RankedMeasure['triggeredBy']
  /** Number of „Weiß nicht“ it collects; 0 for every measure but one. */
  readonly unknowns: number
}

/** A factor with the measures its answers call for, in their order. */
export interface SelectedFactor {
  readonly factor: FactorResult
  readonly measures: readonly SelectedMeasure[]
}

/** The answers that trigger a measure: only what is answered and counts can, so nothing is recommended that exists. */
function triggersOf(measure: Measure, { questions }: FactorResult): RankedMeasure['triggeredBy'] {
  if (!('any' in measure.trigger)) return []
  return measure.trigger.any.flatMap((range) => {
    const answer = questions.find(({ questionId }) => questionId === range.question)?.answer
    if (answer?.state !== 'answered' || answer.value < range.from || answer.value >= range.below) return []
    return [{ range, value: answer.value }]
  })
}

/** Gives every triggered measure of one place by factor, in the order of the instrument, not yet ranked. */
export function selectMeasures(questionnaire: Questionnaire, place: PlaceResult): readonly SelectedFactor[] {
  const unknowns = place.levels.reduce((sum, { coverage }) => sum + coverage.unknown, 0)
  const select = (factor: FactorResult, measure: Measure): SelectedMeasure[] => {
    if ('unknowns' in measure.trigger) return unknowns > 0 ? [{ measure, triggeredBy: [], unknowns }] : []
    const triggeredBy = factor.applicable ? triggersOf(measure, factor) : []
    return triggeredBy.length > 0 ? [{ measure, triggeredBy, unknowns: 0 }] : []
  }
  return place.levels
    .flatMap(({ factors }) => factors)
    .map((factor) => ({
      factor,
      measures: (questionnaire.measuresOfFactor.get(factor.factorId) ?? []).flatMap((measure) => select(factor, measure)),
    }))
    .filter(({ measures }) => measures.length > 0)
}
