/** Reads a comparison of rounds the way a test's table writes it. */
import type { RoundComparison } from '@/lib/scoring/compare'
import type { FactorComparison, LevelComparison } from '@/lib/scoring/compare-figures'

export const levelOf = (comparison: RoundComparison, id = 'verwaltung') =>
  comparison.levels.find(({ levelId }) => levelId === id)!
export const factorOf = (comparison: RoundComparison, id: string, levelId?: string) =>
  levelOf(comparison, levelId).factors.find(({ factorId }) => factorId === id)!

/** total, practice, known, content; or why there is none. */
export function partsOf({ change, noChangeBecause }: FactorComparison | LevelComparison) {
  return change ? [change.total, change.practice, change.known, change.content].map((part) => part.toFraction()) : noChangeBecause
}
export const kindsOf = ({ questions }: FactorComparison) => questions.map(({ kind }) => kind)
