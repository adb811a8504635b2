import { actorOfRequest } from '@/app/_lib/actor'
import { failureAnswer } from '@/app/_lib/answer-request'
import { downloadAnswer } from '@/app/_lib/download-answer'
import { calendarOf } from '@/app/_lib/plan-download'
import type { MeasureParams } from '@/app/_lib/measure-params'
import { currentTime } from '@/lib/clock'
import { readMeasure } from '@/lib/measures/service'
import { fileNamePart } from '@/lib/report/format'

/** The Wiedervorlage of one measure. */
export async function GET(request: Request, { params }: { params: Promise<MeasureParams> }): Promise<Response> {
  try {
    const now = currentTime()
    const { workspaceId, measureId } = await params
    const { measure } = await readMeasure(await actorOfRequest(request), workspaceId, measureId, now)
    const name = ['wiedervorlage', fileNamePart(measure.title)].filter(Boolean).join('_')
    return downloadAnswer(calendarOf([measure], now), { name: `${name}.ics`, type: 'text/calendar; charset=utf-8' })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
