/**
 * `npm run --silent assess -- FILE.yml [--json OUT|-] [--pdf OUT] [--fassung gremien|arbeit]`
 * Scores a coded answer file: the same figures and the same report as the site. Exit code 0; 1 on bad input (file, line and
 * reason on standard error); 2 on wrong use.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AppError } from '@/lib/errors'
import { checkAgainstQuestionnaire, type FileProblem } from '@/lib/assessment-file/check-against-questionnaire'
import { parseAssessmentFile, type LocatedProblem } from '@/lib/assessment-file/parse'
import { fileNotes, fileToSheet } from '@/lib/assessment-file/to-sheet'
import { visibleText } from '@/lib/assessment-file/visible-text'
import { createTranslate, type MessageKey } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { renderReportPdf } from '@/lib/report/pdf/render-in-worker'
import { unprintedCharacters } from '@/lib/report/pdf/text/unprinted'
import { resultJson } from '@/lib/report/result-json'
import { unprintedText } from '@/lib/report/unprinted-text'
import { buildReport } from '@/lib/report/view-model'

const t = createTranslate('de')
const maxBytes = 256 * 1024
/** A broken file can be wrong in hundreds of places; the first ones say what to do. */
const shownProblems = 20

function stop(code: 1 | 2, ...lines: string[]): never {
  // A file's own words stand in the message: nothing of them may steer the terminal.
  for (const line of lines) console.error(visibleText(line))
  process.exit(code)
}

/** Ends with the first problems, one a line: file, line, reason. */
function stopWith(path: string, problems: readonly LocatedProblem[]): never {
  const lines = problems
    .slice(0, shownProblems)
    .map(({ line, code, values }) => `${path}:${line} ${t(`cli.assess.problem.${code}` as MessageKey, values)}`)
  const more = problems.length - lines.length
  stop(1, ...lines, ...(more > 0 ? [t('cli.assess.more', { file: path, count: more })] : []))
}

function readText(path: string): string {
  try {
    const { size } = statSync(path)
    if (size > maxBytes) stop(1, t('cli.assess.tooLarge', { file: path, limit: maxBytes / 1024 }))
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    const encoding = error instanceof TypeError
    stop(1, t(encoding ? 'cli.assess.notUtf8' : 'cli.assess.unreadable', { file: path }))
  }
}

function load(path: string, id: string, version: string): Questionnaire {
  try {
    return loadQuestionnaire('questionnaires', id, version)
  } catch {
    stop(1, t('cli.assess.noQuestionnaire', { file: path, id, version }))
  }
}

function write(path: string, data: string | Uint8Array): void {
  try {
    if (path === '-') process.stdout.write(data)
    else writeFileSync(path, data)
  } catch (error) {
    stop(1, t('cli.assess.unwritable', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'string' }, pdf: { type: 'string' }, fassung: { type: 'string', default: 'gremien' } },
    })
    const [path, ...more] = positionals
    const { fassung } = values
    if (!path || more.length > 0 || (fassung !== 'gremien' && fassung !== 'arbeit')) stop(2, t('cli.assess.usage'))
    return { path, json: values.json, pdf: values.pdf, edition: fassung } as const
  } catch {
    stop(2, t('cli.assess.usage'))
  }
}

const { path, json, pdf, edition } = options()
const parsed = parseAssessmentFile(readText(path))
if (!parsed.ok) stopWith(path, parsed.problems)
const { file, locate } = parsed
const questionnaire = load(path, file.questionnaire.id, file.questionnaire.version)
const problems: FileProblem[] = checkAgainstQuestionnaire(questionnaire, file)
if (problems.length > 0) stopWith(path, problems.map(locate))

const sheet = fileToSheet(questionnaire, file)
const view = buildReport(
  questionnaire,
  sheet,
  { date: new Date(), edition, agreedOn: null, answeredBy: [], notes: fileNotes(questionnaire, file), decisions: {} },
  t,
)
const result = `${JSON.stringify(resultJson(questionnaire, sheet, view), null, 2)}\n`
if (json || !pdf) write(json ?? '-', result)
if (pdf) {
  const unprinted = unprintedText(unprintedCharacters(view), t)
  if (unprinted !== null) console.error(visibleText(t('cli.assess.note', { text: unprinted })))
  try {
    write(pdf, await renderReportPdf({ view, coatOfArms: null }))
  } catch (error) {
    if (error instanceof AppError) stop(1, t(`errors.${error.code}.title` as MessageKey))
    throw error
  }
}
