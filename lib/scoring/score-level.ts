/** Figures of one level from those of its factors (R1–R3). */
import type { Factor, Level } from '../questionnaire/schema'
import { mean, ratio } from './exact'
import { highestWithoutFoundations, isHigher, stageOf } from './stage'
import type { Bounds, Coverage, FactorResult, LevelResult } from './types'

/** R1: more than this share set to „Trifft nicht zu“ by the user, and the rest says too little about the level. */
const largestNotApplicable = ratio(1, 4)
/** R2: answered share from which a level is assessable, and from which it is no longer „vorläufig“. */
const smallestCoverage = ratio(2, 3)
const fullCoverage = ratio(4, 5)

function coverageOf(factors: readonly FactorResult[]): Coverage {
  const sum = (key: 'answered' | 'unknown' | 'open' | 'notApplicable' | 'applicable') =>
    factors.reduce((total, { coverage }) => total + coverage[key], 0)
  const applicable = sum('applicable')
  const answered = sum('answered')
  return {
    answered,
    unknown: sum('unknown'),
    open: sum('open'),
    notApplicable: sum('notApplicable'),
    applicable,
    share: applicable > 0 ? ratio(answered, applicable) : null,
  }
}

/** R2: bounds take in every factor with something to answer, also those that cannot be assessed yet. */
function boundsOf(factors: readonly FactorResult[]): Bounds | null {
  const bounds = factors.flatMap((factor) => factor.bounds ?? [])
  const low = mean(bounds.map((bound) => bound.low))
  const high = mean(bounds.map((bound) => bound.high))
  return low && high && { low, high }
}

function notAssessableBecause(
  { notApplicable, applicable, share }: Coverage,
  scored: number,
): LevelResult['notAssessableBecause'] {
  const asked = notApplicable + applicable
  if (asked > 0 && ratio(notApplicable, asked).gt(largestNotApplicable)) return 'not-applicable'
  return scored > 0 && share?.gte(smallestCoverage) ? null : 'coverage'
}

/** Foundations for which neither the factor nor one of its alternatives is met (R3: alternatives count for the cap only). */
function unmetFoundations(level: Level, factors: readonly FactorResult[]): string[] {
  const isMet = (id: string) => factors.some((factor) => factor.factorId === id && factor.met)
  return level.foundations
    .filter(({ factor, capAlternatives }) => ![factor, ...capAlternatives].some(isMet))
    .map(({ factor }) => factor)
}

/** Lowest assessable factor; a foundation before others, then by id. */
function weakestOf(factors: readonly FactorResult[], isFoundation: (id: string) => boolean): string | null {
  const compare = (a: FactorResult, b: FactorResult) =>
    a.score!.compare(b.score!) ||
    Number(isFoundation(b.factorId)) - Number(isFoundation(a.factorId)) ||
    (a.factorId < b.factorId ? -1 : 1)
  return factors.filter(({ score }) => score).toSorted(compare)[0]?.factorId ?? null
}

/**
 * Scores a level.
 * @param subject `kommune` if the level asks about nothing else, otherwise the id of the place
 * @param factors results of all factors of the level, in any order
 */
export function levelResult(
  level: Level,
  subject: string,
  factors: readonly FactorResult[],
  factorById: ReadonlyMap<string, Factor>,
): LevelResult {
  const coverage = coverageOf(factors)
  const scores = factors.flatMap((factor) => factor.score ?? [])
  const because = notAssessableBecause(coverage, scores.length)
  const score = because ? null : mean(scores)
  const uncappedStage = score && stageOf(score)
  const unmet = unmetFoundations(level, factors)
  const capped = uncappedStage !== null && isHigher(uncappedStage, highestWithoutFoundations) && unmet.length > 0

  return {
    levelId: level.id,
    subject,
    factors,
    score,
    bounds: boundsOf(factors),
    coverage,
    stage: capped ? highestWithoutFoundations : uncappedStage,
    uncappedStage,
    cappedBy: capped ? unmet : [],
    unmetFoundations: unmet,
    provisional: score !== null && (coverage.share?.lt(fullCoverage) ?? false),
    notAssessableBecause: because,
    weakestFactorId: weakestOf(factors, (id) => factorById.get(id)?.foundation ?? false),
  }
}
