/** „Warum hier?“: what put a measure at its place (R6 for recommendations). Gives facts; the report puts them into words. */
import type { Priority, RankedMeasure } from './types'

export interface RankExplanation {
  /** Inputs of P = G × H × R; null where the factor has no answer. */
  readonly priority: Priority | null
  readonly triggeredBy: RankedMeasure['triggeredBy']
  /** What decided the place in the end. */
  readonly because: 'priority' | 'prerequisite' | 'unknowns'
  /** The measure needed first and the one it was lifted for. */
  readonly liftedBy: readonly string[]
  /** 1 for the first measure of its factor in the list, 2 for the second …; seconds stand after all firsts (E3). */
  readonly turn: number
  readonly unknowns: number
}

/**
 * Explains the place of one measure.
 * @param ranked the whole list it stands in
 */
export function explainRank(ranked: readonly RankedMeasure[], measure: RankedMeasure): RankExplanation {
  const { priority, triggeredBy, liftedBy, unknowns } = measure
  const sameFactor = ranked.filter((other) => other.factorId === measure.factorId && other.unknowns === 0)
  return {
    priority,
    triggeredBy,
    because: unknowns > 0 ? 'unknowns' : liftedBy.length > 0 ? 'prerequisite' : 'priority',
    liftedBy,
    turn: unknowns > 0 ? 1 : sameFactor.filter(({ rank }) => rank <= measure.rank).length,
    unknowns,
  }
}
