/**
 * What was typed into a form whose page can no longer be shown: the check was deleted, the member removed or given another
 * role in the meantime. It is kept like any refused form, and the page of the error shows it to be copied.
 */
import { findQuestionnaire, newestQuestionnaire, questionnaireOf } from '@/lib/assessments/content'
import type { RejectedInput } from '@/lib/assessments/types'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import type { Question } from '@/lib/questionnaire/schema'
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
  choice: t('question.choice'),
  comment: t('question.comment.label'),
  clarify: t('question.clarify.label'),
  name: t('page.lost.name'),
  periodFrom: t('rounds.start.from'),
  periodTo: t('rounds.start.to'),
  value: t('targets.form.value'),
  label: t('workspace.invitations.label'),
  agreedOn: t('result.report.cover.agreedOn'),
  fileReference: t('rounds.closing.fileReference'),
  code: t('accounts.field.code'),
  email: t('accounts.field.email'),
  kommune: t('accounts.field.kommune'),
}

/** An id, a version, an address, a choice: what a page sends by itself or by a click. */
const isMark = (value: string) => /^[\w.:/-]*$/.test(value)

/** Names and figures of the profile of a Kommune; what is chosen from a list is no text. */
function labelsOfProfile({ profileFields }: Questionnaire): Record<string, string> {
  return profileLabels(profileFields.filter(({ type }) => type === 'text' || type === 'number'))
}

/** What a choice among the answers of a question says; null for none, or one that the question does not have. */
function choiceText(question: Question | undefined, choice: string): string | null {
  if (!question) return null
  if (choice === 'unknown') return t('question.unknown')
  const reason = question.notApplicable.find(({ id }) => choice === `na:${id}`)
  if (reason) return t('question.notApplicable', { reason: reason.label })
  return Object.entries(question.options).find(([value]) => value === choice)?.[1] ?? null
}

/** A part of an answer, by the wording of its question; null if the field is none, or nothing was written or chosen. */
function answerText(field: string, text: string, questionnaire: Questionnaire): Omit<LostText, 'field'> | null {
  const [, id = '', part = ''] = /^q\.(.+)\.(\w+)$/.exec(field) ?? []
  const question = questionnaire.questionById.get(id)
  const written = part === 'choice' ? choiceText(question, text) : Object.hasOwn(labels, part) ? text : null
  if (written === null) return null
  const label = labels[part] ?? ''
  return { label: question ? t('page.lost.ofQuestion', { label, question: question.stem }) : label, text: written }
}

/** What a field that is no answer is called; null for none that is known. */
function labelOf(field: string, questionnaire: Questionnaire): string | null {
  if (Object.hasOwn(labels, field)) return labels[field] ?? null
  const profile = labelsOfProfile(questionnaire)
  return Object.hasOwn(profile, field) ? (profile[field] ?? null) : null
}

/** The questionnaire that the form showed, if it says so and it is here. */
function shownWith({ questionnaire: questionnaireVersion }: RejectedInput['payload']): Questionnaire {
  const { questionnaireId } = newestQuestionnaire
  const shown = typeof questionnaireVersion === 'string' && findQuestionnaire({ questionnaireId, questionnaireVersion })
  return shown || questionnaireOf()
}

/** Gives the texts of a form that somebody wrote, and the answers that were chosen, in the order of the form. */
export function lostTexts(payload: RejectedInput['payload']): LostText[] {
  const questionnaire = shownWith(payload)
  return Object.entries(payload).flatMap(([field, value]) => {
    const values = [value].flat()
    const text = values.join('\n').replaceAll('\r\n', '\n')
    if (text.trim() === '') return []
    if (field.startsWith('q.')) {
      const answer = answerText(field, text, questionnaire)
      return answer ? [{ field, ...answer }] : []
    }
    const label = labelOf(field, questionnaire)
    if (label === null && values.every(isMark)) return []
    return [{ field, label: label ?? t('page.lost.other'), text }]
  })
}
