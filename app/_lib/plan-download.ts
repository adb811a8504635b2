/** The Maßnahmenplan as a file to save. */
import { listMeasures } from '@/lib/measures/service'
import type { MeasureView } from '@/lib/measures/types'
import { calendarEntries } from '@/lib/measures/plan-files'
import { writeCalendar } from '@/lib/measures/ics'
import { AppError } from '@/lib/errors'
import { currentTime } from '@/lib/clock'
import { readWorkspace } from '@/lib/accounts/workspace-service'
import { fileNamePart, isoDate } from '@/lib/report/format'
import { actorOfRequest } from './actor'
import { failureAnswer } from './answer-request'
import { downloadAnswer } from './download-answer'
import { t } from './text'

interface PlanFile {
  /** End of the file name, e.g. `.csv`. */
  readonly ending: string
  readonly type: string
  readonly write: (measures: readonly MeasureView[], now: Date) => string
}

/** Writes the Wiedervorlagen of measures. @throws AppError `not-found` if none of them is open and has a day */
export function calendarOf(measures: readonly MeasureView[], now: Date): string {
  const entries = calendarEntries(measures, t)
  if (entries.length === 0) throw new AppError('not-found')
  return writeCalendar(entries, { stamp: now, product: t('common.product') })
}

/** Makes the `GET` of a Route Handler that gives the whole plan as a file. */
export function planDownload({ ending, type, write }: PlanFile) {
  return async (request: Request, { params }: { params: Promise<{ workspaceId: string }> }): Promise<Response> => {
    try {
      const now = currentTime()
      const actor = await actorOfRequest(request)
      const { workspaceId } = await params
      const town = fileNamePart((await readWorkspace(actor, workspaceId)).name)
      const measures = await listMeasures(actor, workspaceId, now)
      const name = ['massnahmenplan', town, isoDate(now)].filter((part) => part !== '').join('_')
      return downloadAnswer(write(measures, now), { name: `${name}${ending}`, type })
    } catch (error) {
      return failureAnswer(request, error)
    }
  }
}
