/** The result of an assessment, as its owner sees it. */
import { cache } from 'react'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { toSheet } from '@/lib/assessments/to-sheet'
import { currentTime } from '@/lib/clock'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { readCheck, type Check } from './read-check'
import { t } from './text'

/** Reads an assessment of this browser and builds its result, once per request. On screen everything is shown: „Arbeitsfassung“. */
export const readReport = cache(async (id: string): Promise<Check & { readonly report: ReportViewModel }> => {
  const check = await readCheck(id)
  const { view, questionnaire, closing } = check
  const details = toReportDetails(view, { date: closing?.closedAt ?? currentTime(), edition: 'arbeit' })
  return { ...check, report: buildReport(questionnaire, toSheet(view), details, t) }
})
