/** How much a factor calls for something to be done: P = G × H × R (docs/methodology.md, E2). */
import Fraction from 'fraction.js'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { FactorResult } from '../scoring/types'
import type { Priority, Targets } from './types'

/** Eigene Setzung: the target, and how far a town may lower it with a reason. */
export const usualTarget = 75
const lowestTarget = 50
/** At most this many linked challenges count. */
const countingChallenges = 2

/** A lowered target counts only with its reason, and never leaves 50–75. */
function targetOf(factorId: string, targets: Targets): number {
  const lowered = Object.hasOwn(targets, factorId) ? targets[factorId] : undefined
  if (!lowered?.reason.trim()) return usualTarget
  return Math.min(usualTarget, Math.max(lowestTarget, lowered.value))
}

/** Gives the priority of a factor, or null without any answer: what nobody has looked at has no gap yet. */
export function priorityOf(questionnaire: Questionnaire, sheet: Sheet, result: FactorResult, targets: Targets): Priority | null {
  const value = result.score ?? result.provisionalScore
  if (!value) return null
  const { factorId } = result
  const target = targetOf(factorId, targets)
  const difference = new Fraction(target).sub(value)
  const gap = difference.gt(0) ? difference : new Fraction(0)
  const foundation = questionnaire.factorById.get(factorId)?.foundation ?? false
  const leverage = foundation && !result.met ? 3 : 2
  const challenges = questionnaire.challenges
    .filter(({ id, factors }) => sheet.challenges.includes(id) && factors.includes(factorId))
    .map(({ id }) => id)
  const relevance = (2 + Math.min(countingChallenges, challenges.length)) as Priority['relevance']
  return {
    value,
    target,
    gap,
    leverage,
    relevance,
    challenges,
    product: gap.mul(leverage * relevance),
    provisional: result.score === null,
  }
}
