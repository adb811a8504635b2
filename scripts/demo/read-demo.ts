/** Reads the demonstration's content: `demo.yml` and the answers of each of its rounds in `<year>.yml`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAgainstQuestionnaire } from '@/lib/assessment-file/check-against-questionnaire'
import { parseAssessmentFile, parseFile } from '@/lib/assessment-file/parse'
import type { AssessmentFile } from '@/lib/assessment-file/schema'
import { AppError } from '@/lib/errors'
import type { MessageKey, Translate } from '@/lib/i18n/translate'
import { ContentError } from '@/lib/questionnaire/content-error'
import { publishedVersions } from '@/lib/questionnaire/content-files'
import { contentErrorReason } from '@/lib/questionnaire/content-reason'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { checkDemo } from './check-demo'
import { type Demo, demoSchema } from './demo-schema'

export interface DemoContent {
  readonly demo: Demo
  /** Answers by year of the round. */
  readonly sheets: Readonly<Record<string, AssessmentFile>>
}

export type ReadDemo =
  | { readonly ok: true; readonly content: DemoContent }
  /** `file:line reason`, one each. */
  | { readonly ok: false; readonly reasons: readonly string[] }

const questionnaireId = 'drei-ebenen-check'

/** New rounds begin under the newest version, so the answers must be given to it. */
function newest(root: string, t: Translate): Questionnaire | string[] | null {
  const version = publishedVersions(root, questionnaireId).at(-1)
  if (version === undefined) return null
  try {
    return loadQuestionnaire(root, questionnaireId, version)
  } catch (error) {
    if (error instanceof ContentError) return [contentErrorReason(error, t)]
    if (error instanceof AppError && error.code === 'questionnaire-missing') return null
    throw error
  }
}

function readSheet(path: string, questionnaire: Questionnaire, t: Translate): AssessmentFile | string[] {
  if (!existsSync(path)) return [`${path}:1 ${t('cli.demo.problem.missing-file')}`]
  const parsed = parseAssessmentFile(readFileSync(path, 'utf8'))
  const problems = parsed.ok
    ? checkAgainstQuestionnaire(questionnaire, parsed.file).map((problem) => parsed.locate(problem))
    : parsed.problems
  if (parsed.ok && problems.length === 0) return parsed.file
  return problems.map(({ line, code, values }) => `${path}:${line} ${t(`cli.assess.problem.${code}` as MessageKey, values)}`)
}

/**
 * Reads and checks the demonstration.
 * @param root the content root; the demonstration lies in its folder `demo`
 * @returns null if there is none
 */
export function readDemo(root: string, t: Translate): ReadDemo | null {
  const folder = join(root, 'demo')
  const path = join(folder, 'demo.yml')
  const questionnaire = newest(root, t)
  if (!existsSync(path) || !questionnaire) return null
  if (Array.isArray(questionnaire)) return { ok: false, reasons: questionnaire }
  const parsed = parseFile(readFileSync(path, 'utf8'), demoSchema)
  if (!parsed.ok) {
    const reasons = parsed.problems.map(
      ({ line, code, values }) => `${path}:${line} ${t(`cli.assess.problem.${code}` as MessageKey, values)}`,
    )
    return { ok: false, reasons }
  }
  const demo = parsed.file
  const problems = checkDemo(demo, questionnaire).map((problem) => parsed.locate(problem))
  const reasons = problems.map(({ line, code, values }) => `${path}:${line} ${t(`cli.demo.problem.${code}`, values)}`)
  const sheets: Record<string, AssessmentFile> = {}
  for (const { year } of demo.rounds) {
    const sheet = readSheet(join(folder, `${year}.yml`), questionnaire, t)
    if (Array.isArray(sheet)) reasons.push(...sheet)
    else sheets[year] = sheet
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, content: { demo, sheets } }
}
