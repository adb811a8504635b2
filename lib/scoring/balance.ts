/** R4: the three levels are to be regarded equally (Kap. 3). The figures are ours (eigene Setzung). */
import type { BalanceResult, LevelResult } from './types'

const spreadOfImbalance = 25
const weakBelow = 60

/** Compares the three levels of one Quartier; says nothing unless all are assessable. */
export function compareLevels(levels: readonly LevelResult[]): BalanceResult {
  const ranked = levels.filter((level) => level.score !== null).sort((a, b) => a.score!.compare(b.score!))
  const [weakest, strongest] = [ranked[0], ranked.at(-1)]
  if (!weakest?.score || !strongest?.score || ranked.length < levels.length) {
    return { state: 'not-assessable', certainty: null, spread: null, weakest: null, strongest: null }
  }
  const spread = strongest.score.sub(weakest.score)
  const imbalance = spread.compare(spreadOfImbalance) > 0 && weakest.score.compare(weakBelow) < 0
  const certain = imbalance && weakest.bounds && strongest.bounds && weakest.bounds.high.compare(strongest.bounds.low) < 0
  return {
    state: imbalance ? 'imbalance' : 'balanced',
    certainty: imbalance ? (certain ? 'certain' : 'possible') : null,
    spread,
    weakest: weakest.levelId,
    strongest: strongest.levelId,
  }
}
