/** What scoring gives. Numbers are exact fractions inside (fraction.js) and only floored for display (methodology, R2). */
import type Fraction from 'fraction.js'
import type { Answer } from '../questionnaire/questionnaire'
import type { LevelId, StageId } from '../questionnaire/schema'

/** Lowest and highest value still possible: all unknown and open at 0, and at 4. Never the score itself. */
export interface Bounds {
  readonly low: Fraction
  readonly high: Fraction
}

/**
 * Answered weight over applicable weight, and the counts behind it. `notApplicable` counts what the user set, not what
 * profile or mode leave out. `share` is null if nothing is applicable.
 */
export interface Coverage {
  readonly answered: number
  readonly unknown: number
  readonly open: number
  readonly notApplicable: number
  /** answered + unknown + open */
  readonly applicable: number
  readonly share: Fraction | null
}

/** A question with the answer that counts: `not_applicable` where profile or mode leave it out. */
export interface QuestionResult {
  readonly questionId: string
  readonly role: 'key' | 'practice'
  readonly answer: Answer
  /** What left it out, if not the user. Its stored answer stays stored and counts again when the question applies again. */
  readonly leftOut: 'profile' | 'mode' | null
}

export interface FactorResult {
  readonly factorId: string
  readonly level: LevelId
  /** `kommune` or the id of a place. */
  readonly subject: string
  readonly questions: readonly QuestionResult[]
  readonly applicable: boolean
  /** 0–100; null if not assessable (R2). */
  readonly score: Fraction | null
  /** Mean of what is answered ×25 even if not assessable; null without any answer. Used for ranking only. */
  readonly provisionalScore: Fraction | null
  readonly bounds: Bounds | null
  readonly coverage: Coverage
  readonly stage: StageId | null
  /** R3: assessable, key answer ≥ 2, factor ≥ 50. Meaningful for foundations and their alternatives. */
  readonly met: boolean
}

export interface LevelResult {
  readonly levelId: LevelId
  readonly subject: string
  readonly factors: readonly FactorResult[]
  readonly score: Fraction | null
  readonly bounds: Bounds | null
  readonly coverage: Coverage
  readonly stage: StageId | null
  /** The stage the score alone would give; differs from `stage` only where a foundation caps. */
  readonly uncappedStage: StageId | null
  /** Foundation factor ids that hold the level at „im Aufbau“; empty unless the cap takes effect. */
  readonly cappedBy: readonly string[]
  /** Foundation factor ids not met (or unknown) and without an alternative that is met, whether or not the cap takes effect. */
  readonly unmetFoundations: readonly string[]
  /** Assessable, but under 80 % answered. */
  readonly provisional: boolean
  /** Why there is no score: too little answered, or more than a quarter marked „Trifft nicht zu“ by the user. */
  readonly notAssessableBecause: 'coverage' | 'not-applicable' | null
  /** Lowest assessable factor (ties: foundation first, then id); null if none. */
  readonly weakestFactorId: string | null
}

export interface BalanceResult {
  readonly state: 'not-assessable' | 'balanced' | 'imbalance'
  /** Only for `imbalance`: „gesichert“ or „möglich“. */
  readonly certainty: 'certain' | 'possible' | null
  readonly spread: Fraction | null
  readonly weakest: LevelId | null
  readonly strongest: LevelId | null
}

/** Figures for one Quartier, together with those of the Kommune. Several Quartiere are never averaged (R4). */
export interface PlaceResult {
  readonly placeId: string
  readonly placeName: string
  readonly levels: readonly LevelResult[]
  readonly balance: BalanceResult
}

export interface ScoreResult {
  readonly places: readonly PlaceResult[]
}
