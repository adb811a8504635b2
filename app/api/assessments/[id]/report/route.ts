import { failureAnswer, goneAnswer } from '@/app/_lib/answer-request'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { actorOfRequest } from '@/app/_lib/actor'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { pdfRequest } from '@/app/_lib/pdf-request'
import { readEdition } from '@/app/_lib/read-query'
import { t } from '@/app/_lib/text'
import { readCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { questionnaireOf } from '@/lib/assessments/content'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { toSheet } from '@/lib/assessments/to-sheet'
import { currentTime } from '@/lib/clock'
import { renderReportPdfs } from '@/lib/report/pdf/render-in-worker'
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
    let name = ''
    const build = async () => {
      const since = await readSince(actor, { view, closedAt }, now)
      const details = toReportDetails(view, { date: closedAt ?? now, edition, since })
      const report = buildReport(questionnaireOf(view), toSheet(view), details, t)
      name = report.meta.fileName
      return [{ view: report, coatOfArms: view.details.hasCoatOfArms ? await readCoatOfArms(actor, id, now) : null }]
    }
    const [pdf] = await renderReportPdfs(build, pdfRequest(request, actor))
    return downloadAnswer(pdf!, { name, type: 'application/pdf' })
  } catch (error) {
    return request.signal.aborted ? goneAnswer() : failureAnswer(request, error)
  }
}
