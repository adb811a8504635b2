import type Fraction from 'fraction.js'
import type { AnswerRange } from '../questionnaire/schema'

/** The inputs of P = G × H × R, exact, for „Warum hier?“. */
export interface Priority {
  readonly value: Fraction
  readonly target: number
  readonly gap: Fraction
  /** H: 3 for an unmet, answered foundation, else 2. */
  readonly leverage: 2 | 3
  /** R: 2 + min(2, chosen challenges linked to the factor). */
  readonly relevance: 2 | 3 | 4
  readonly challenges: readonly string[]
  readonly product: Fraction
  /** The factor has an answer but is not assessable. */
  readonly provisional: boolean
}

export interface RankedMeasure {
  /** 1-based position in the list. */
  readonly rank: number
  readonly measureId: string
  readonly factorId: string
  readonly subject: string
  /** Null for the collecting measure of all unknowns when its factor has no answer. */
  readonly priority: Priority | null
  /** Answers that triggered it. */
  readonly triggeredBy: readonly { readonly range: AnswerRange; readonly value: number }[]
  /** Number of „Weiß nicht“ collected; only for „Überblick schaffen“. */
  readonly unknowns: number
  /** Measure ids that need this one first and lifted it to its place. */
  readonly liftedBy: readonly string[]
}

/** Targets per factor id where the user lowered 75 (to 50 at the least) with a reason. */
export type Targets = Readonly<Record<string, { readonly value: number; readonly reason: string }>>

/** A target as a town has set it. */
export interface SetTarget {
  /** 50–75 */
  readonly value: number
  /** Why it is lower than 75; may be empty where it is not. */
  readonly reason: string
  /** `2027-12-31`, or null. */
  readonly dueOn: string | null
}
