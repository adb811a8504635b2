/** Puts a problem of content into words, with file and line. */
import { join } from 'node:path'
import type { Translate } from '../i18n/translate'
import type { Problem } from './check/problem'
import type { ContentError } from './content-error'

/**
 * Gives `file:line reason`.
 * @param folder the version's folder
 * @param line 1-based
 */
export function problemReason(
  folder: string,
  { file, line, code, values }: Pick<Problem, 'file' | 'code' | 'values'> & { readonly line: number },
  t: Translate,
): string {
  return `${join(folder, file)}:${line} ${t(`cli.checkContent.problem.${code}`, values)}`
}

/** Gives `file:line reason` of content that could not be loaded. */
export function contentErrorReason({ problem, place }: ContentError, t: Translate): string {
  return problemReason(place?.folder ?? '', { ...problem, line: place?.line ?? 1 }, t)
}
