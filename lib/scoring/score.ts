/** The one scoring function of screen, report, export and command line (R1–R4). */
import type { PlaceAnswers, Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { compareLevels } from './balance'
import { scoreFactor } from './factor'
import { scoreLevel } from './level'
import type { FactorResult, LevelResult, PlaceResult, ScoreResult } from './types'

/** Subject of answers that speak about the whole Kommune. */
export const kommuneSubject = 'kommune'

function scorePlace(questionnaire: Questionnaire, sheet: Sheet, place: PlaceAnswers, shared: ReadonlyMap<string, FactorResult>): PlaceResult {
  const levels = questionnaire.levels.map((level): LevelResult => {
    const content = questionnaire.factorsOfLevel.get(level.id) ?? []
    const factors = content.map((factor) => shared.get(factor.id) ?? scoreFactor(factor, sheet, place.id, place.answers))
    const subject = content.every((factor) => factor.subject === 'kommune') ? kommuneSubject : place.id
    return scoreLevel(level, subject, factors)
  })
  return { placeId: place.id, placeName: place.name, levels, balance: compareLevels(levels) }
}

/**
 * Scores a sheet: figures per Quartier, never averaged over several (R4). Answers to unknown questions are ignored here;
 * they are refused where they come in.
 */
export function scoreSheet(questionnaire: Questionnaire, sheet: Sheet): ScoreResult {
  const shared = new Map(
    questionnaire.factors
      .filter((factor) => factor.subject === 'kommune')
      .map((factor) => [factor.id, scoreFactor(factor, sheet, kommuneSubject, sheet.kommune)]),
  )
  return { places: sheet.places.map((place) => scorePlace(questionnaire, sheet, place, shared)) }
}
