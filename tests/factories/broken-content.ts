/** The small valid questionnaire with something broken, and what the checks say about it. */
import { checkContent, type VersionContent } from '@/lib/questionnaire/check/check-content'
import { readContentFiles } from '@/lib/questionnaire/content-files'
import { publicationRecord } from '@/lib/questionnaire/content-hash'
import type { TextFile } from '@/lib/questionnaire/content-parts'

export const smallContent: readonly TextFile[] = readContentFiles('tests/fixtures/questionnaires/klein/1.0.0')

/** Replaces text in one file; throws if it is not there, so that no test passes because its break did not happen. */
export function edited(files: readonly TextFile[], path: string, from: string | RegExp, to: string): TextFile[] {
  const found = files.find((file) => file.path === path)
  if (!found || found.text.replace(from, to) === found.text) throw new Error(`nothing to replace in ${path}`)
  return files.map((file) => (file === found ? { path, text: file.text.replace(from, to) } : file))
}

/** One more file, made from another by replacing text everywhere. */
export function copied(files: readonly TextFile[], path: string, to: string, ...replacements: [string, string][]): TextFile[] {
  const text = replacements.reduce((own, [from, by]) => own.replaceAll(from, by), files.find((file) => file.path === path)!.text)
  return [...files, { path: to, text }]
}

export const without = (files: readonly TextFile[], path: string): TextFile[] => files.filter((file) => file.path !== path)

export function version(files: readonly TextFile[], more: Partial<VersionContent> = {}): VersionContent {
  return { id: 'klein', version: '1.0.0', files, record: publicationRecord(files), published: null, ...more }
}

/** `file:line code key` of every finding, in order. */
export function findings(
  files: readonly TextFile[],
  others: readonly VersionContent[] = [],
  more: Partial<VersionContent> = {},
): string[] {
  return checkContent(version(files, more), others).map(({ file, line, code, values }) =>
    `${file}:${line} ${code} ${values.key ?? ''}`.trim(),
  )
}

/** 1-based line of a text in a file, so that a test says what it means. */
export function lineOf(files: readonly TextFile[], path: string, text: string): number {
  const lines = files.find((file) => file.path === path)?.text.split('\n') ?? []
  return lines.findIndex((line) => line.includes(text)) + 1
}
