import type { SinceDetails } from '../report/since-types'
import type { Edition, ReportDetails } from '../report/types'
import type { AssessmentView } from './types'
import { toSheet } from './to-sheet'

/**
 * Gives what the report takes beside the sheet: cover, notes and decisions of a stored assessment.
 * @param since what it looks back on, as `readSince` gives it; null for a first round and without a workspace
 * Notes are keyed by the same subjects as the sheet of `toSheet`.
 */
export function toReportDetails(
  view: AssessmentView,
  { date, edition, since }: { date: Date; edition: Edition; since: SinceDetails | null },
): ReportDetails {
  const placeId = toSheet(view).places[0]?.id ?? ''
  const notes = Object.entries(view.answers).map(
    ([questionId, { subject, comment, clarifyWith }]) =>
      [`${subject === 'quartier' ? placeId : subject}/${questionId}`, { comment, clarifyWith }] as const,
  )
  const decisions = Object.entries(view.decisions).map(
    ([measureId, { decision, reason }]) => [measureId, { decision, reason }] as const,
  )
  return {
    date,
    edition,
    agreedOn: view.details.agreedOn,
    answeredBy: view.details.answeredBy,
    notes: Object.fromEntries(notes),
    decisions: Object.fromEntries(decisions),
    targets: view.round?.targets ?? {},
    since,
  }
}
