/** The result of an assessment, as its owner sees it. */
import { cache } from 'react'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { toSheet } from '@/lib/assessments/to-sheet'
import type { AssessmentView } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import type { SinceDetails } from '@/lib/report/since-types'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { readSince } from '@/lib/rounds/since-service'
import { readActor } from './actor'
import { readCheck, showFailure, type Check } from './read-check'
import { t } from './text'

async function readSinceOf(view: AssessmentView, closedAt: Date | null, now: Date): Promise<SinceDetails | null> {
  try {
    return await readSince(await readActor(), { view, closedAt }, now)
  } catch (error) {
    return showFailure(error, `/check/${view.id}`)
  }
}

/** Reads an assessment of this browser and builds its result, once per request. On screen everything is shown: „Arbeitsfassung“. */
export const readReport = cache(async (id: string): Promise<Check & { readonly report: ReportViewModel }> => {
  const check = await readCheck(id)
  const { view, questionnaire, closing } = check
  const now = currentTime()
  const closedAt = closing?.closedAt ?? null
  const since = await readSinceOf(view, closedAt, now)
  const details = toReportDetails(view, { date: closedAt ?? now, edition: 'arbeit', since })
  return { ...check, report: buildReport(questionnaire, toSheet(view), details, t) }
})
