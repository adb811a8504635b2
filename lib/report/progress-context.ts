/** What every part of a comparison is built from, gathered once. */
import type { Translate } from '../i18n/translate'
import { compareScoredRounds, type RoundComparison, type ScoredRound } from '../scoring/compare'
import { roundLabel, scoreProgressRound } from './progress-round'
import type { ProgressRound } from './progress-types'

/** A round with its figures and the name the reader knows it by. */
export interface RoundSide {
  readonly round: ProgressRound
  readonly scored: ScoredRound
  readonly label: string
}

export interface ProgressContext {
  readonly before: RoundSide
  readonly after: RoundSide
  readonly comparison: RoundComparison
  readonly t: Translate
}

/** Scores a round and names it. */
export function sideOf(t: Translate, round: ProgressRound): RoundSide {
  return { round, scored: scoreProgressRound(round), label: roundLabel(t, round) }
}

/** Compares two rounds that are scored already. @throws RangeError if they belong to different questionnaires */
export function contextOf(t: Translate, before: RoundSide, after: RoundSide): ProgressContext {
  return { before, after, comparison: compareScoredRounds(before.scored, after.scored), t }
}
