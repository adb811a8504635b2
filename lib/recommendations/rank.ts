/** In which order the measures stand (docs/methodology.md, E2–E6). */
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { FactorResult, PlaceResult } from '../scoring/types'
import { priorityOf } from './priority'
import { selectMeasures, type SelectedFactor, type SelectedMeasure } from './select'
import type { Priority, RankedMeasure, Targets } from './types'

/** E6: the measure for all „Weiß nicht“ stands at this place at the latest. */
const lastPlaceOfUnknowns = 5

interface RatedFactor extends SelectedFactor {
  readonly priority: Priority | null
  readonly foundation: boolean
}

interface Candidate extends SelectedMeasure {
  readonly factor: FactorResult
  readonly priority: Priority | null
  /** E3: 0 for the first triggered measure of a factor, 1 for its second … */
  readonly round: number
}

interface Placed {
  readonly candidate: Candidate
  readonly liftedBy: readonly string[]
}

/** By code unit: the same on every machine, whatever its language. */
const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** E2 and E4: higher P first, without P last; equal P: foundation, lower value, id. */
function compareFactors(a: RatedFactor, b: RatedFactor): number {
  if (!a.priority || !b.priority) {
    return Number(!a.priority) - Number(!b.priority) || compareText(a.factor.factorId, b.factor.factorId)
  }
  return (
    b.priority.product.compare(a.priority.product) ||
    Number(b.foundation) - Number(a.foundation) ||
    a.priority.value.compare(b.priority.value) ||
    compareText(a.factor.factorId, b.factor.factorId)
  )
}

/** E3: turns count among measures with a gap to close. The one for all „Weiß nicht“ collects from all factors and takes no turn. */
function withRounds({ factor, measures, priority }: RatedFactor): Candidate[] {
  let round = 0
  return measures.flatMap(({ measure, triggeredBy, unknowns }): Candidate[] => {
    if (unknowns > 0) return [{ measure, triggeredBy, unknowns, factor, priority, round: 0 }]
    return priority?.gap.gt(0) ? [{ measure, triggeredBy, unknowns, factor, priority, round: round++ }] : []
  })
}

/** All measures by round, within a round by their factor, before prerequisites are looked at. */
function orderedCandidates(questionnaire: Questionnaire, sheet: Sheet, place: PlaceResult, targets: Targets): Candidate[] {
  return selectMeasures(questionnaire, place)
    .map(({ factor, measures }): RatedFactor => ({
      factor,
      measures,
      priority: priorityOf(questionnaire, sheet, factor, targets),
      foundation: questionnaire.factorById.get(factor.factorId)?.foundation ?? false,
    }))
    .toSorted(compareFactors)
    .flatMap(withRounds)
    .toSorted((a, b) => a.round - b.round)
}

/** E5: an unmet prerequisite stands directly before the first measure that needs it, however deep, unless it stands earlier anyway. */
function liftPrerequisites(ordered: readonly Candidate[]): Placed[] {
  const waiting = new Map(ordered.map((candidate) => [candidate.measure.id, candidate]))
  const position = new Map(ordered.map(({ measure }, index) => [measure.id, index]))
  const byPosition = (a: Candidate, b: Candidate) => position.get(a.measure.id)! - position.get(b.measure.id)!
  const placed: Placed[] = []
  const place = (candidate: Candidate, liftedBy: readonly string[]) => {
    waiting.delete(candidate.measure.id)
    const needed = candidate.measure.prerequisites.flatMap((id) => waiting.get(id) ?? []).toSorted(byPosition)
    // One may have been placed meanwhile, as a prerequisite of another.
    for (const first of needed) if (waiting.has(first.measure.id)) place(first, [candidate.measure.id])
    placed.push({ candidate, liftedBy })
  }
  for (const candidate of ordered) if (waiting.has(candidate.measure.id)) place(candidate, [])
  return placed
}

/** E6: brings the measure for all „Weiß nicht“ forward if need be, without coming between a prerequisite and what it was lifted for. */
function bringUnknownsForward(placed: readonly Placed[]): Placed[] {
  const found = placed.findIndex(({ candidate }) => candidate.unknowns > 0)
  const collecting = placed[found]
  if (!collecting || found < lastPlaceOfUnknowns) return [...placed]
  const others = placed.toSpliced(found, 1)
  let position = lastPlaceOfUnknowns - 1
  while (position > 0 && (others[position - 1]?.liftedBy.length ?? 0) > 0) position -= 1
  return others.toSpliced(position, 0, collecting)
}

/**
 * Ranks the measures one place calls for.
 * @param place a result of `scoreSheet` for the same sheet
 * @param targets lowered targets by factor id; all others are 75
 * @returns all measures, best first; empty if nothing is called for
 */
export function rankMeasures(
  questionnaire: Questionnaire,
  sheet: Sheet,
  place: PlaceResult,
  targets: Targets = {},
): readonly RankedMeasure[] {
  const ordered = orderedCandidates(questionnaire, sheet, place, targets)
  return bringUnknownsForward(liftPrerequisites(ordered)).map(({ candidate, liftedBy }, index) => ({
    rank: index + 1,
    measureId: candidate.measure.id,
    factorId: candidate.factor.factorId,
    subject: candidate.factor.subject,
    priority: candidate.priority,
    triggeredBy: candidate.triggeredBy,
    unknowns: candidate.unknowns,
    liftedBy,
  }))
}
