/** From the file system to a compiled questionnaire. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../errors'
import type { Problem } from './check/problem'
import { compileQuestionnaire } from './compile'
import { ContentError } from './content-error'
import { readContentFiles } from './content-files'
import type { TextFile } from './content-parts'
import { contentHash } from './content-hash'
import { parseContent } from './parse-content'
import type { Questionnaire } from './questionnaire'
import { idSchema } from './schema'
import { versionSchema } from './version'

const cache = new Map<string, Questionnaire>()

const nothing: Problem = { file: 'questionnaire.yml', path: [], code: 'missing-file', values: { key: 'questionnaire.yml' } }

/** Only here both are known: what is wrong, and the folder and the line it stands in. */
function compileFiles(files: readonly TextFile[], folder: string): Questionnaire {
  const { parts, problems, lineOf } = parseContent(files)
  const [problem] = problems
  try {
    if (problem || !parts) throw new ContentError(problem ?? nothing)
    return compileQuestionnaire(parts, contentHash(files))
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    const { file, path } = error.problem
    throw new ContentError(error.problem, { folder, line: lineOf(file, path) })
  }
}

/**
 * Loads one version of a questionnaire. Read once per path: published content never changes, and a change during
 * development takes a restart.
 * @param root the content root, `questionnaires` in the product
 * @throws AppError `questionnaire-missing` if there is no such questionnaire; ContentError, with its place, if its content is broken
 */
export function loadQuestionnaire(root: string, id: string, version: string): Questionnaire {
  // Both may come from a file a user uploads and become a path.
  const wellFormed = idSchema.safeParse(id).success && versionSchema.safeParse(version).success
  const path = wellFormed ? resolve(root, id, version) : ''
  const known = cache.get(path)
  if (known) return known
  if (!wellFormed || !existsSync(join(path, 'questionnaire.yml'))) {
    throw new AppError('questionnaire-missing', { values: { id: id.slice(0, 100), version: version.slice(0, 20) } })
  }
  const questionnaire = compileFiles(readContentFiles(path), join(root, id, version))
  cache.set(path, questionnaire)
  return questionnaire
}
