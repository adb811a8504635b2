import { t } from '@/app/_lib/text'
import type { Question } from '@/lib/questionnaire/schema'
import type { GivenAnswer } from './question-view'

function choiceText(question: Question, choice: string): string {
  if (choice === '') return t('common.open')
  if (choice === 'unknown') return t('question.unknown')
  const reason = question.notApplicable.find(({ id }) => choice === `na:${id}`)
  if (reason) return t('question.notApplicable', { reason: reason.label })
  return question.options[choice as '0'] ?? t('common.open')
}

/** One of several versions of an answer, to be read: under its title the choice and what was written beside it. */
export function AnswerVersion({ title, question, given }: { title: string; question: Question; given: GivenAnswer }) {
  return (
    <div className="dec-tight">
      <h3 className="kern-title kern-title--small">{title}</h3>
      <p className="kern-body">{choiceText(question, given.choice)}</p>
      {given.clarify && <p className="kern-body kern-body--small">{t('question.conflict.clarify', { text: given.clarify })}</p>}
      {given.comment && (
        <p className="kern-body kern-body--small dec-pre-line">{t('question.conflict.comment', { text: given.comment })}</p>
      )}
    </div>
  )
}
