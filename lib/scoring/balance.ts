/** Balance of the levels: the source asks for equal regard for all three (Kap. 3; R4). */
import { ratio } from './exact'
import type { BalanceResult, LevelResult } from './types'

/** Eigene Setzung: a spread up to here is no Schieflage, nor is any if the weakest level stands at or above the second number. */
const largestSpread = ratio(25, 1)
const carriesFrom = ratio(60, 1)

const notAssessable: BalanceResult = { state: 'not-assessable', certainty: null, spread: null, weakest: null, strongest: null }

/**
 * Compares the levels of one place.
 * @param levels in the order of the instrument; of equal ones the first counts as weakest or strongest
 */
export function balanceOf(levels: readonly LevelResult[]): BalanceResult {
  const [first] = levels
  if (!first || levels.some(({ score }) => !score)) return notAssessable
  const weakest = levels.reduce((low, level) => (level.score!.lt(low.score!) ? level : low), first)
  const strongest = levels.reduce((high, level) => (level.score!.gt(high.score!) ? level : high), first)
  const spread = strongest.score!.sub(weakest.score!)
  const imbalance = spread.gt(largestSpread) && weakest.score!.lt(carriesFrom)
  const certain = imbalance && weakest.bounds!.high.lt(strongest.bounds!.low)
  return {
    state: imbalance ? 'imbalance' : 'balanced',
    certainty: imbalance ? (certain ? 'certain' : 'possible') : null,
    spread,
    weakest: weakest.levelId,
    strongest: strongest.levelId,
  }
}
