/** Which questionnaire an assessment is answered with, and how one comes to the newest. */
import { settings } from '../env'
import { AppError } from '../errors'
import { publishedVersions } from '../questionnaire/content-files'
import { loadQuestionnaire } from '../questionnaire/load'
import { findMigrationPath, type PathResult } from '../questionnaire/migration/migration-path'
import type { Questionnaire } from '../questionnaire/questionnaire'

interface QuestionnaireKey {
  readonly questionnaireId: string
  readonly questionnaireVersion: string
}

const productId = 'drei-ebenen-check'
/** Content that nobody has published yet, e.g. while it is written. */
const firstVersion = '1.0.0'
const newest = new Map<string, string>()

/** The highest published version below the content root; looked up once, like the content itself. Never a draft. */
function newestVersion(): string {
  const root = settings().contentDir
  const known = newest.get(root) ?? publishedVersions(root, productId).at(-1) ?? firstVersion
  newest.set(root, known)
  return known
}

/** What a new assessment starts with. An older one keeps the version it was started with. */
export const newestQuestionnaire: QuestionnaireKey = {
  questionnaireId: productId,
  // Read at each use: which content root there is, is known only when the settings are.
  get questionnaireVersion() {
    return newestVersion()
  },
}

/**
 * Gives the compiled questionnaire of an assessment, or the newest one.
 * @throws AppError `questionnaire-missing` if this installation does not have it
 */
export function questionnaireOf(assessment: QuestionnaireKey = newestQuestionnaire): Questionnaire {
  return loadQuestionnaire(settings().contentDir, assessment.questionnaireId, assessment.questionnaireVersion)
}

/** Gives the compiled questionnaire of a version that may have been removed from the installation; null if it was. */
export function findQuestionnaire(key: QuestionnaireKey): Questionnaire | null {
  try {
    return questionnaireOf(key)
  } catch (error) {
    if (error instanceof AppError && error.code === 'questionnaire-missing') return null
    throw error
  }
}

/**
 * Finds the way from the version of an assessment to the newest one.
 * @returns a refusal with its reason if there is none; `same-version` if it is answered with the newest already
 * @throws AppError `questionnaire-missing` if this installation does not have the version of the assessment
 */
export function pathToNewest(assessment: QuestionnaireKey): PathResult {
  return findMigrationPath(questionnaireOf(assessment), questionnaireOf(), (questionnaireVersion) =>
    findQuestionnaire({ questionnaireId: productId, questionnaireVersion }),
  )
}
