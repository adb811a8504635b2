/** What one round costs in the course of 5 and of 40: the figure shall stay flat. */
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { buildCourseView } from '@/lib/report/course-view'
import type { ProgressRound } from '@/lib/report/progress-types'
import { line, median } from './measure'
import { sheetOf } from './scoring'

const repetitions = 41

function rounds(count: number): ProgressRound[] {
  const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
  return Array.from({ length: count }, (_, index) => ({
    id: `runde-${index}`,
    name: String(1990 + index),
    periodFrom: `${1990 + index}-01-01`,
    periodTo: null,
    closedOn: `${1990 + index}-12-31`,
    asOf: `${1990 + index}-12-31`,
    questionnaire,
    sheet: sheetOf(questionnaire, index),
    comments: {},
    recorded: null,
  }))
}

export function benchCourse(): void {
  const t = createTranslate('de')
  const [five, forty] = [rounds(5), rounds(40)]
  const perRound = (given: readonly ProgressRound[]) => {
    const started = performance.now()
    buildCourseView(given, [], t)
    return (performance.now() - started) / given.length
  }
  perRound(forty)
  // In turn, so that what else the machine does meets both alike.
  const pairs = Array.from({ length: repetitions }, () => [perRound(five), perRound(forty)] as const)
  line('course: ms per round, 5 rounds', median(pairs.map(([few]) => few)).toFixed(2))
  line('course: ms per round, 40 rounds', median(pairs.map(([, many]) => many)).toFixed(2))
  line('course: cost per round, 40 ÷ 5', median(pairs.map(([few, many]) => many / few)).toFixed(2), 'flat: about 1')
}
