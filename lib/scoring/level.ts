/** R2 and R3 for one level. */
import Fraction from 'fraction.js'
import type { Level } from '../questionnaire/schema'
import { coverageOf } from './factor'
import { cappedStage, needsFoundations, stageOf } from './stage'
import type { Bounds, FactorResult, LevelResult } from './types'

const mean = (values: readonly Fraction[]): Fraction =>
  values.reduce((sum, value) => sum.add(value), new Fraction(0)).div(values.length)

function levelBounds(factors: readonly FactorResult[]): Bounds | null {
  const bounds = factors.flatMap((factor) => (factor.bounds ? [factor.bounds] : []))
  return bounds.length > 0 ? { low: mean(bounds.map(({ low }) => low)), high: mean(bounds.map(({ high }) => high)) } : null
}

/** Foundations that are not met, an alternative counting for the cap only (Kap. 6 „oder vergleichbare“). */
function unmetFoundations(level: Level, factors: readonly FactorResult[]): string[] {
  const met = (id: string) => factors.some((factor) => factor.factorId === id && factor.met)
  return level.foundations.filter(({ factor, capAlternatives }) => ![factor, ...capAlternatives].some(met)).map(({ factor }) => factor)
}

/** Lowest assessable factor; ties go to a foundation, then to the id. */
function weakest(level: Level, factors: readonly FactorResult[]): string | null {
  const isFoundation = (id: string) => level.foundations.some(({ factor }) => factor === id)
  const ranked = factors
    .filter((factor) => factor.score)
    .sort(
      (a, b) =>
        a.score!.compare(b.score!) ||
        Number(isFoundation(b.factorId)) - Number(isFoundation(a.factorId)) ||
        (a.factorId < b.factorId ? -1 : 1),
    )
  return ranked[0]?.factorId ?? null
}

/** Scores one level from its factors. */
export function scoreLevel(level: Level, subject: string, factors: readonly FactorResult[]): LevelResult {
  const coverage = coverageOf(factors.flatMap((factor) => factor.questions.filter((q) => !q.leftOut).map((q) => q.answer)))
  // R1: more than a quarter marked „Trifft nicht zu“ by the user leaves too little to speak of a level.
  const tooManyNotApplicable = coverage.notApplicable * 4 > coverage.applicable + coverage.notApplicable
  const covered = coverage.applicable > 0 && coverage.answered * 3 >= coverage.applicable * 2
  const scores = factors.flatMap((factor) => (factor.score ? [factor.score] : []))
  const score = covered && !tooManyNotApplicable && scores.length > 0 ? mean(scores) : null
  const uncappedStage = score ? stageOf(score) : null
  const unmet = unmetFoundations(level, factors)
  const capped = uncappedStage !== null && needsFoundations(uncappedStage) && unmet.length > 0
  return {
    levelId: level.id,
    subject,
    factors,
    score,
    bounds: levelBounds(factors),
    coverage,
    stage: capped ? cappedStage : uncappedStage,
    uncappedStage,
    cappedBy: capped ? unmet : [],
    unmetFoundations: unmet,
    provisional: score !== null && coverage.answered * 5 < coverage.applicable * 4,
    notAssessableBecause: score ? null : tooManyNotApplicable ? 'not-applicable' : 'coverage',
    weakestFactorId: weakest(level, factors),
  }
}
