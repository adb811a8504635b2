import { noteKey, type FilledCheck } from '../questionnaire/migration/filled-check'
import { shownAnswer } from './stored-answer'
import { toSheet } from './to-sheet'
import type { AssessmentView } from './types'

/**
 * Gives a stored assessment as the migration takes it.
 * @param withPending true takes answers that still wait for confirmation as if they were given; false leaves them open
 */
export function toFilledCheck(
  view: AssessmentView,
  { withPending }: { withPending: boolean },
): FilledCheck<AssessmentView['decisions'][string]> {
  const entries = Object.entries(view.answers).map(
    ([id, stored]) => [id, withPending ? { ...stored, ...shownAnswer(stored) } : stored] as const,
  )
  const sheet = toSheet({ ...view, answers: Object.fromEntries(entries) })
  const placeId = sheet.places[0]?.id ?? ''
  const notes = entries.map(
    ([id, { subject, comment, clarifyWith }]) =>
      [noteKey(subject === 'quartier' ? placeId : subject, id), { comment, clarifyWith }] as const,
  )
  return { sheet, notes: Object.fromEntries(notes), decisions: view.decisions }
}
