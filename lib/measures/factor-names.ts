/** What a measure's factor is called: as the newest questionnaire says, else as the one it was agreed with did. */
import { findQuestionnaire, questionnaireOf } from '../assessments/content'
import type { Factor, LevelId } from '../questionnaire/schema'
import type { StoredMeasure } from './repository'

/** Gives a factor of the newest questionnaire, or null. */
export function currentFactor(factorId: string): Factor | null {
  return questionnaireOf().factorById.get(factorId) ?? null
}

/** A version that may have been removed from the installation. */
function factorOfRound({ fields, round }: StoredMeasure): Factor | null {
  return (round && findQuestionnaire(round)?.factorById.get(fields.factorId)) ?? null
}

/** Gives name and level of a measure's factor. One that no questionnaire at hand knows keeps its id, at the first level. */
export function factorNames(measure: StoredMeasure): { factorName: string; levelId: LevelId; levelShort: string } {
  const factor = currentFactor(measure.fields.factorId) ?? factorOfRound(measure)
  const { levels, levelById } = questionnaireOf()
  const levelId = factor?.level ?? levels[0]!.id
  return { factorName: factor?.name ?? measure.fields.factorId, levelId, levelShort: levelById.get(levelId)?.short ?? levelId }
}
