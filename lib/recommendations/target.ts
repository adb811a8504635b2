/** What a factor aims at, and how far it is from there (docs/methodology.md, Z1–Z3). */
import Fraction from 'fraction.js'
import type { FactorResult, PlaceResult } from '../scoring/types'
import type { Targets } from './types'

/** Eigene Setzung: the target, and how far a town may lower it with a reason. */
export const usualTarget = 75
export const lowestTarget = 50

/** Gives the points a factor aims at: a lowered target counts only with its reason, and never leaves 50–75 (Z1). */
export function targetOf(factorId: string, targets: Targets): number {
  const lowered = Object.hasOwn(targets, factorId) ? targets[factorId] : undefined
  if (!lowered?.reason.trim()) return usualTarget
  return Math.min(usualTarget, Math.max(lowestTarget, lowered.value))
}

export interface TargetState {
  readonly factorId: string
  /** 50–75 */
  readonly target: number
  readonly state: 'reached' | 'below' | 'not-assessable' | 'not-applicable'
  /** Exact points; null unless assessable. */
  readonly value: Fraction | null
  /** Points that are missing, 0 where the target is reached; null unless assessable. */
  readonly gap: Fraction | null
}

/**
 * Gives how one factor stands to its target (Z2). A value that is only provisional reaches nothing: what is not known has no gap
 * and is no success either.
 */
function stateOf({ factorId, applicable, score }: FactorResult, targets: Targets): TargetState {
  const target = targetOf(factorId, targets)
  if (!score) return { factorId, target, state: applicable ? 'not-assessable' : 'not-applicable', value: null, gap: null }
  const missing = new Fraction(target).sub(score)
  const gap = missing.gt(0) ? missing : new Fraction(0)
  return { factorId, target, state: gap.equals(0) ? 'reached' : 'below', value: score, gap }
}

/**
 * Gives how each factor of a place stands to its target, in the order of the instrument.
 * @param targets what the town has set, by factor id; all others aim at 75
 */
export function targetStates(place: PlaceResult, targets: Targets): readonly TargetState[] {
  return place.levels.flatMap(({ factors }) => factors.map((factor) => stateOf(factor, targets)))
}
