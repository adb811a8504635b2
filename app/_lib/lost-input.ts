/**
 * What was typed into a form whose page can no longer be shown: the check was deleted, the member removed or given another
 * role in the meantime. It is kept like any refused form, and the page of the error shows it to be copied.
 */
import type { RejectedInput } from '@/lib/assessments/types'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { fieldLabels } from '@/app/_plan/field-text'
import { profileLabels } from '@/app/_profile/profile-texts'
import { t } from './text'

/** The name under which it is kept; of several the last. */
export const lostForm = 'lost'
/** Asks the page of an error to show it. */
export const lostQuery = 'eingabe'

/** Something that a person has written, and what its field is called. */
export interface LostText {
  readonly field: string
  readonly label: string
  readonly text: string
}

const labels: Readonly<Record<string, string>> = {
  title: fieldLabels.title,
  lead: fieldLabels.lead,
  partners: fieldLabels.partners,
  dueOn: fieldLabels.dueOn,
  resolvedOn: fieldLabels.resolvedOn,
  resolutionNumber: fieldLabels.resolutionNumber,
  effort: fieldLabels.effort,
  note: fieldLabels.note,
  reason: fieldLabels.reason,
  comment: t('question.comment.label'),
  clarify: t('question.clarify.label'),
  name: t('page.lost.name'),
  periodFrom: t('rounds.start.from'),
  periodTo: t('rounds.start.to'),
  value: t('targets.form.value'),
  label: t('workspace.invitations.label'),
  agreedOn: t('result.report.cover.agreedOn'),
  fileReference: t('rounds.closing.fileReference'),
}

/** An id, a version, an address, a choice: what a page sends by itself or by a click. */
const isMark = (value: string) => /^[\w.:/-]*$/.test(value)

/** Names and figures of the profile of a Kommune; what is chosen from a list is no text. */
function labelsOfProfile({ profileFields }: Questionnaire): Record<string, string> {
  return profileLabels(profileFields.filter(({ type }) => type === 'text' || type === 'number'))
}

/** „Ihre Anmerkung: Gibt es …?“ for a part of an answer, or the label of the field itself; null for none that is known. */
function labelOf(field: string, questionnaire: Questionnaire): string | null {
  const answer = /^q\.(.+)\.(\w+)$/.exec(field)
  const name = answer?.[2] ?? field
  if (Object.hasOwn(labels, name)) {
    const stem = answer && questionnaire.questionById.get(answer[1] ?? '')?.stem
    return stem ? t('page.lost.ofQuestion', { label: labels[name] ?? '', question: stem }) : (labels[name] ?? null)
  }
  const profile = labelsOfProfile(questionnaire)
  return Object.hasOwn(profile, field) ? (profile[field] ?? null) : null
}

/**
 * Gives the texts of a form that somebody wrote, in the order of the form.
 * @param questionnaire for the names of questions and of the profile's fields
 */
export function lostTexts(payload: RejectedInput['payload'], questionnaire: Questionnaire): LostText[] {
  return Object.entries(payload).flatMap(([field, value]) => {
    const values = [value].flat()
    const text = values.join('\n').replaceAll('\r\n', '\n')
    const label = labelOf(field, questionnaire)
    if (text.trim() === '' || (label === null && values.every(isMark))) return []
    return [{ field, label: label ?? t('page.lost.other'), text }]
  })
}
