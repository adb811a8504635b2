import { z } from 'zod'
import { failureAnswer, goneAnswer } from '@/app/_lib/answer-request'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { actorOfRequest } from '@/app/_lib/actor'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { pdfRequest } from '@/app/_lib/pdf-request'
import { readQuery } from '@/app/_lib/read-query'
import { t } from '@/app/_lib/text'
import { currentTime } from '@/lib/clock'
import { exportAnswers, exportRound } from '@/lib/rounds/export-service'

const querySchema = z.strictObject({
  /** The revision; the newest closed one unless given. */
  abschluss: z.coerce.number().int().positive().max(10_000).optional(),
  datei: z.enum(['zip', 'json']).default('zip'),
})

/** A closed round for the file of the town: everything as an archive, or the answers as they were hashed. */
export async function GET(request: Request, { params }: { params: Promise<AssessmentParams> }): Promise<Response> {
  try {
    const now = currentTime()
    const actor = await actorOfRequest(request)
    const { id } = await params
    const { abschluss, datei } = readQuery(request, querySchema)
    if (datei === 'json') {
      const { name, payload } = await exportAnswers(actor, id, abschluss ?? null, now)
      return downloadAnswer(payload, { name, type: 'application/json; charset=utf-8' })
    }
    const { name, bytes } = await exportRound(actor, id, abschluss ?? null, { t, now, pdf: pdfRequest(request, actor) })
    return downloadAnswer(bytes, { name, type: 'application/zip' })
  } catch (error) {
    return request.signal.aborted ? goneAnswer() : failureAnswer(request, error)
  }
}
