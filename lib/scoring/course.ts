/** The course of all rounds of a Kommune (V6). */
import { compareScoredRounds, type RoundComparison, type ScoredRound } from './compare'

/**
 * Compares each round with the one before it. Each was scored once, so the work grows with the number of rounds and not with
 * its square.
 * @param rounds in the order of time; none and one are fine
 * @returns one comparison less than rounds: the second against the first, the third against the second …
 * @throws RangeError if they belong to different questionnaires
 */
export function courseOf(rounds: readonly ScoredRound[]): RoundComparison[] {
  return rounds.slice(1).map((round, index) => compareScoredRounds(rounds[index]!, round))
}
