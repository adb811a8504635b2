/** What a later round looks back on, as short as a test needs it. */
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import type { ProgressRound } from '@/lib/report/progress-types'
import type { PlanMeasure, SinceDetails } from '@/lib/report/since-types'
import type { Edition, ReportDetails } from '@/lib/report/types'

/** An entry of the plan; named by its id. */
export const planMeasure = (id: string, given: Partial<PlanMeasure> = {}): PlanMeasure => ({
  id,
  contentMeasureId: '',
  title: `Maßnahme ${id}`,
  levelId: 'vor-ort',
  levelShort: 'Vor Ort',
  factorName: 'Räume und Anlaufstelle',
  place: '',
  lead: 'Jugendamt',
  dueOn: null,
  status: 'geplant',
  reason: '',
  resolvedOn: null,
  resolutionNumber: '',
  overdue: false,
  endedOn: null,
  ...given,
})

export const sinceDetails = (
  before: ProgressRound,
  after: ProgressRound,
  more: Partial<Omit<SinceDetails, 'before' | 'after'>> = {},
): SinceDetails => ({ before, after, targetsBefore: {}, plan: [], done: [], people: [], ...more })

/** The details of a report of the later round, on the day it was closed. */
export function laterDetails(edition: Edition, since: SinceDetails, more: Partial<ReportDetails> = {}): ReportDetails {
  const date = new Date(`${since.after.closedOn ?? since.after.asOf}T12:00:00Z`)
  return { date, edition, agreedOn: null, answeredBy: [], notes: {}, decisions: {}, since, ...more }
}

/** As many measures as asked, with every text as long as the forms allow, in all states. */
export function heavyPlan(questionnaire: Questionnaire, count: number): PlanMeasure[] {
  const long = (limit: number, text: string) => text.repeat(Math.ceil(limit / text.length)).slice(0, limit)
  return Array.from({ length: count }, (_, index) => {
    const factor = questionnaire.factors[index % questionnaire.factors.length]!
    const status = (['geplant', 'laeuft', 'erledigt', 'verworfen'] as const)[index % 4]!
    const ended = status === 'erledigt' || status === 'verworfen'
    return planMeasure(String(index).padStart(2, '0'), {
      title: long(200, `Begegnungsort ${index} im Nordviertel ausbauen und dauerhaft absichern `),
      levelId: factor.level,
      levelShort: questionnaire.levelById.get(factor.level)!.short,
      factorName: factor.name,
      lead: long(200, 'Fachbereich Soziales, Jugend und Integration; '),
      dueOn: '2025-06-30',
      status,
      reason: long(1000, 'Dafür fehlen in diesem und im nächsten Jahr die Mittel. '),
      resolvedOn: '2025-01-15',
      resolutionNumber: long(80, 'Drucksache-2025/114-'),
      overdue: !ended,
      endedOn: ended ? '2026-03-01' : null,
    })
  })
}
