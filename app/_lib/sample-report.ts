/** The result of the fictional town: shown as the example and, in short, on the start page. Never an invented picture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAgainstQuestionnaire } from '@/lib/assessment-file/check-against-questionnaire'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'
import { fileNotes, fileToSheet } from '@/lib/assessment-file/to-sheet'
import { questionnaireOf } from '@/lib/assessments/content'
import { settings } from '@/lib/env'
import { isoDate } from '@/lib/report/format'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { t } from './text'

let cached: { readonly day: string; readonly report: ReportViewModel } | undefined

/**
 * Gives the sample's view model, computed once a day from `questionnaires/samples/musterstadt.yml`.
 * @throws Error if the sample does not fit the questionnaire
 */
export function sampleReport(now: Date): ReportViewModel {
  const day = isoDate(now)
  if (cached?.day === day) return cached.report
  const parsed = parseAssessmentFile(readFileSync(join(settings().contentDir, 'samples', 'musterstadt.yml'), 'utf8'))
  if (!parsed.ok) throw new Error(`the sample cannot be read: ${JSON.stringify(parsed.problems)}`)
  // It keeps the version it was written for, as every assessment does.
  const { id: questionnaireId, version: questionnaireVersion } = parsed.file.questionnaire
  const questionnaire = questionnaireOf({ questionnaireId, questionnaireVersion })
  const problems = checkAgainstQuestionnaire(questionnaire, parsed.file)
  if (problems.length > 0) throw new Error(`the sample does not fit the questionnaire: ${JSON.stringify(problems)}`)
  const details = {
    date: now,
    edition: 'gremien',
    agreedOn: null,
    answeredBy: [t('start.preview.role')],
    notes: fileNotes(questionnaire, parsed.file),
    decisions: {},
  } as const
  const report = buildReport(questionnaire, fileToSheet(questionnaire, parsed.file), details, t)
  // On screen and on every page of its PDF: nobody shall take the town for a real one.
  cached = { day, report: { ...report, meta: { ...report.meta, statusText: t('result.example.status') } } }
  return cached.report
}
