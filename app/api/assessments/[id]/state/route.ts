import { failureAnswer } from '@/app/_lib/answer-request'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { actorOfRequest } from '@/app/_lib/actor'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { exportState } from '@/lib/assessments/state-service'
import { currentTime } from '@/lib/clock'
import { fileNamePart, isoDate } from '@/lib/report/format'

/** „Arbeitsstand sichern“: the assessment as a JSON file. */
export async function GET(request: Request, { params }: { params: Promise<AssessmentParams> }): Promise<Response> {
  try {
    const now = currentTime()
    const state = await exportState(await actorOfRequest(request), (await params).id, now)
    const kommune = typeof state.profile.name === 'string' ? fileNamePart(state.profile.name) : ''
    const name = `drei-ebenen-check_${kommune || 'kommune'}_${isoDate(now)}.json`
    return downloadAnswer(`${JSON.stringify(state, null, 2)}\n`, { name, type: 'application/json; charset=utf-8' })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
