/** Compares two rounds of one Kommune: what moved, and how much of it is practice (V1–V4). Each is scored under its own version. */
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { compareFactor, compareLevel, type FactorComparison, type LevelComparison } from './compare-figures'
import type { FactorSide } from './compare-questions'
import { scoreSheet } from './score'
import type { LevelResult, PlaceResult } from './types'

/** A round with the version it was answered under. */
export interface Round {
  readonly questionnaire: Questionnaire
  readonly sheet: Sheet
}

/** A round with the figures of the one place that is compared. */
export interface ScoredRound {
  readonly questionnaire: Questionnaire
  readonly place: PlaceResult
}

export interface RoundComparison {
  /** Figures of each round under its own version, balance included. */
  readonly before: PlaceResult
  readonly after: PlaceResult
  /** Whether both speak of the same Quartier; if not, nothing about it counts as practice (V1). */
  readonly samePlace: boolean
  /** In the order of the instrument. */
  readonly levels: readonly LevelComparison[]
}

/**
 * Scores one place of a round under the version of the round.
 * @param placeId the first place of the round if missing
 * @throws RangeError if the round has no such place
 */
export function scoreRound({ questionnaire, sheet }: Round, placeId?: string): ScoredRound {
  const places = sheet.places.filter(({ id }, index) => (placeId === undefined ? index === 0 : id === placeId))
  if (placeId !== undefined && places.length === 0) throw new RangeError(`no place "${placeId}" in this round`)
  const [place] = scoreSheet(questionnaire, { ...sheet, places }).places
  return { questionnaire, place: place! }
}

function sidesOf({ questionnaire }: ScoredRound, level: LevelResult): Map<string, FactorSide> {
  const sides = level.factors.map((result) => ({ content: questionnaire.factorById.get(result.factorId)!, result }))
  return new Map(sides.map((side) => [side.result.factorId, side]))
}

/** Pairs by level and id: a factor that moved to another level is dropped from the one and added to the other (V3). */
function compareFactors(before: Map<string, FactorSide>, after: Map<string, FactorSide>, samePlace: boolean): FactorComparison[] {
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].map((id) => compareFactor(before.get(id) ?? null, after.get(id) ?? null, samePlace))
}

/** Letters of either case and any space make no other Quartier. */
const plainName = (name: string) => name.normalize('NFKC').toLocaleLowerCase('de-DE').replace(/\s+/g, ' ').trim()

/** The same id, or the same name; a Quartier that has no name yet is taken for the one of the other round. */
function isSamePlace(before: PlaceResult, after: PlaceResult): boolean {
  const [was, is] = [plainName(before.placeName), plainName(after.placeName)]
  return before.placeId === after.placeId || was === is || was === '' || is === ''
}

/**
 * Compares two rounds that are scored already; the course scores each round once.
 * @throws RangeError if they belong to different questionnaires
 */
export function compareScoredRounds(before: ScoredRound, after: ScoredRound): RoundComparison {
  if (before.questionnaire.id !== after.questionnaire.id) {
    throw new RangeError(`"${before.questionnaire.id}" and "${after.questionnaire.id}" are different questionnaires`)
  }
  const samePlace = isSamePlace(before.place, after.place)
  const levels = after.place.levels.flatMap((level) => {
    const earlier = before.place.levels.find(({ levelId }) => levelId === level.levelId)
    if (!earlier) return []
    return [compareLevel(earlier, level, compareFactors(sidesOf(before, earlier), sidesOf(after, level), samePlace))]
  })
  return { before: before.place, after: after.place, samePlace, levels }
}

/**
 * Compares two rounds, of the same version or of different ones.
 * @param places which place of each round; the first of each if missing
 * @throws RangeError if they belong to different questionnaires, or a round has no such place
 */
export function compareRounds(
  before: Round,
  after: Round,
  places?: { readonly before: string; readonly after: string },
): RoundComparison {
  return compareScoredRounds(scoreRound(before, places?.before), scoreRound(after, places?.after))
}
