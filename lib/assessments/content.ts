/** Which questionnaire an assessment is answered with. */
import { settings } from '../env'
import { loadQuestionnaire } from '../questionnaire/load'
import type { Questionnaire } from '../questionnaire/questionnaire'

/** What a new assessment starts with. An older one keeps the version it was started with. */
export const newestQuestionnaire = { questionnaireId: 'drei-ebenen-check', questionnaireVersion: '1.0.0' } as const

/**
 * Gives the compiled questionnaire of an assessment, or the newest one.
 * @throws AppError `wrong-version` if this installation does not have it
 */
export function questionnaireOf(
  assessment: { readonly questionnaireId: string; readonly questionnaireVersion: string } = newestQuestionnaire,
): Questionnaire {
  return loadQuestionnaire(settings().contentDir, assessment.questionnaireId, assessment.questionnaireVersion)
}
