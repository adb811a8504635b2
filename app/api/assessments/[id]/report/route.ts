import { failureAnswer } from '@/app/_lib/answer-request'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { actorOfRequest } from '@/app/_lib/actor'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { readEdition } from '@/app/_lib/read-query'
import { t } from '@/app/_lib/text'
import { readCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { questionnaireOf } from '@/lib/assessments/content'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { toSheet } from '@/lib/assessments/to-sheet'
import { currentTime } from '@/lib/clock'
import { renderReportPdf } from '@/lib/report/pdf/render-in-worker'
import { buildReport } from '@/lib/report/view-model'
import { readCheckOrRound } from '@/lib/rounds/read-round'
import { readSince } from '@/lib/rounds/since-service'

/** The report as a tagged PDF. */
export async function GET(request: Request, { params }: { params: Promise<AssessmentParams> }): Promise<Response> {
  try {
    const now = currentTime()
    const actor = await actorOfRequest(request)
    const { id } = await params
    const edition = readEdition(request, ['gremien', 'arbeit'])
    const { view, closing } = await readCheckOrRound(actor, id, now)
    const closedAt = closing?.closedAt ?? null
    const since = await readSince(actor, { view, closedAt }, now)
    const details = toReportDetails(view, { date: closedAt ?? now, edition, since })
    const report = buildReport(questionnaireOf(view), toSheet(view), details, t)
    const coatOfArms = view.details.hasCoatOfArms ? await readCoatOfArms(actor, id, now) : null
    const pdf = await renderReportPdf({ view: report, coatOfArms })
    return downloadAnswer(pdf, { name: report.meta.fileName, type: 'application/pdf' })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
