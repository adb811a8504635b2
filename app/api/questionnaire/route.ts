import { z } from 'zod'
import { failureAnswer } from '@/app/_lib/answer-request'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { readQuery } from '@/app/_lib/read-query'
import { questionnaireOf } from '@/lib/assessments/content'
import { levelIdSchema } from '@/lib/questionnaire/schema'
import { renderQuestionnairePdf } from '@/lib/report/pdf/render-in-worker'

const querySchema = z.strictObject({ ebene: levelIdSchema.nullable().default(null) })
type Level = z.infer<typeof querySchema>['ebene']

/** Rendered once: content does not change while the server runs, and anybody may ask. */
const rendered = new Map<Level, Promise<Uint8Array>>()

function questionnairePdf(levelId: Level): Promise<Uint8Array> {
  const known = rendered.get(levelId)
  if (known) return known
  const pdf = renderQuestionnairePdf({ questionnaire: questionnaireOf(), levelId })
  rendered.set(levelId, pdf)
  // A failure is not kept: the next one who asks tries again.
  pdf.catch(() => rendered.delete(levelId))
  return pdf
}

/** The blank questionnaire to print: whole, or one level. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { ebene } = readQuery(request, querySchema)
    const name = `drei-ebenen-check_fragebogen${ebene ? `_${ebene}` : ''}.pdf`
    return downloadAnswer(await questionnairePdf(ebene), { name, type: 'application/pdf' })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
