import { failureAnswer } from '@/app/_lib/answer-request'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { readEdition } from '@/app/_lib/read-query'
import { sampleReport } from '@/app/_lib/sample-report'
import { currentTime } from '@/lib/clock'
import { renderReportPdf } from '@/lib/report/pdf/render-in-worker'

/** Rendered once a day: anybody may ask for it, as often as they like. */
let rendered: { readonly date: string; readonly pdf: Promise<Uint8Array> } | undefined

function samplePdf(view: ReturnType<typeof sampleReport>): Promise<Uint8Array> {
  const { date } = view.meta
  if (rendered?.date === date) return rendered.pdf
  const pdf = renderReportPdf({ view, coatOfArms: null })
  rendered = { date, pdf }
  // A failure is not kept: the next one who asks tries again.
  pdf.catch(() => (rendered = undefined))
  return pdf
}

/** The report of the fictional town. */
export async function GET(request: Request): Promise<Response> {
  try {
    // There is only this one; whoever asks for another is told so, as at a report of their own.
    readEdition(request, ['gremien'])
    const view = sampleReport(currentTime())
    return downloadAnswer(await samplePdf(view), { name: view.meta.fileName, type: 'application/pdf' })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
