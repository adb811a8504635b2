/** All checks of one version together. Pure: the command line reads the files and prints. */
import type { TextFile } from '../content-parts'
import { parseContent } from '../parse-content'
import { checkFeatures } from './check-features'
import { checkFoundations } from './check-foundations'
import { checkIds, checkReuse } from './check-ids'
import { checkMeasures } from './check-measures'
import { checkMigration } from './check-migration'
import { checkPrerequisites } from './check-prerequisites'
import { checkPublication } from './check-publication'
import { checkReferences } from './check-references'
import { checkWording } from './check-wording'
import type { Problem, ProblemCode } from './problem'

const rules = [checkIds, checkReferences, checkFoundations, checkPrerequisites, checkMeasures, checkFeatures, checkWording]

export interface VersionContent {
  readonly id: string
  readonly version: string
  readonly files: readonly TextFile[]
  /** Record of the files as they are, and as they were published; null if they are not published yet. */
  readonly record: string
  readonly published: string | null
}

/** A problem ready to be printed. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly code: ProblemCode
  readonly values: Problem['values']
}

function folderProblems({ id, version }: VersionContent, found: { id: string; version: string }): Problem[] {
  const wrong = (key: 'id' | 'version', folder: string): Problem[] =>
    found[key] === folder
      ? []
      : [{ file: 'questionnaire.yml', path: [key], code: 'folder-name', values: { key: found[key], folder } }]
  return [...wrong('id', id), ...wrong('version', version)]
}

/**
 * Checks a version.
 * @param others the other versions of the same questionnaire: an id keeps its meaning across them
 * @returns every finding, sorted by file, line and code; files are relative to the version's folder
 */
export function checkContent(content: VersionContent, others: readonly VersionContent[] = []): readonly Finding[] {
  const { parts, problems, lineOf } = parseContent(content.files)
  const before = others.flatMap(({ files }) => parseContent(files).parts ?? [])
  const across = parts
    ? [
        ...rules.flatMap((rule) => rule(parts)),
        ...checkReuse(parts, before),
        ...checkMigration(parts, before),
        ...folderProblems(content, parts.questionnaire.value),
      ]
    : []
  return [...problems, ...across, ...checkPublication(content.record, content.published)]
    .map(({ file, path, code, values }) => ({ file, line: lineOf(file, path), code, values }))
    .toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.code, b.code))
}

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b))
