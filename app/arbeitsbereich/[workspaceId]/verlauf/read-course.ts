/** All rounds of a workspace for the page that shows their course. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { showFailure } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { currentTime } from '@/lib/clock'
import { measuresDoneBetween } from '@/lib/measures/service'
import { buildCourseView } from '@/lib/report/course-view'
import { joinWords } from '@/lib/report/format'
import type { CourseView } from '@/lib/report/progress-types'
import { readAllRounds } from '@/lib/rounds/progress-service'

/** Reads the course, once per request; what this installation cannot read is named among the cautions. */
export const readCourse = cache(async (workspaceId: string): Promise<CourseView> => {
  try {
    const actor = await readActor()
    const { rounds, unreadable } = await readAllRounds(actor, workspaceId, currentTime())
    const [first, last] = [rounds[0], rounds.at(-1)]
    const done = first && last ? await measuresDoneBetween(actor, workspaceId, { from: first.asOf, to: last.asOf }) : []
    const view = buildCourseView(rounds, done, t)
    if (unreadable.length === 0) return view
    const missing = t('progress.page.course.unreadable', {
      count: unreadable.length,
      rounds: joinWords(unreadable.map((name) => `„${name}“`)),
    })
    return { ...view, cautions: [missing, ...view.cautions] }
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId, 'verlauf'))
  }
})
