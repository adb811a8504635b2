import type { UseFormRegisterReturn } from 'react-hook-form'
import { FieldError } from '@/app/_components/field-error'
import { More } from '@/app/_components/more'
import { fieldId, type QuestionTexts, type QuestionView } from './question-view'

interface NoteFieldsProps {
  question: QuestionView
  texts: QuestionTexts
  errors: QuestionView['errors']
  clarify: UseFormRegisterReturn
  comment: UseFormRegisterReturn
}

/** „Zu klären mit“ and „Anmerkung“, folded until they hold something. */
export function NoteFields({ question, texts, errors, clarify, comment }: NoteFieldsProps) {
  const clarifyId = fieldId(question.id, 'clarify')
  const commentId = fieldId(question.id, 'comment')
  const describedBy = (id: string, error: string | undefined) => (error ? `${id}-hinweis ${id}-fehler` : `${id}-hinweis`)
  return (
    <>
      <More summary={texts.clarifySummary} open={Boolean(question.given.clarify || errors.clarify)}>
        <div className={`kern-form-input${errors.clarify ? ' kern-form-input--error' : ''}`}>
          <label className="kern-label" htmlFor={clarifyId}>
            {texts.clarifyLabel} <span className="kern-label__optional">{texts.optional}</span>
          </label>
          <p className="kern-hint dec-text" id={`${clarifyId}-hinweis`}>
            {question.clarifyHint}
          </p>
          <input
            className="kern-form-input__input"
            type="text"
            id={clarifyId}
            defaultValue={question.given.clarify}
            aria-describedby={describedBy(clarifyId, errors.clarify)}
            aria-invalid={errors.clarify ? true : undefined}
            {...clarify}
          />
          {errors.clarify && <FieldError id={`${clarifyId}-fehler`} text={errors.clarify} prefix={texts.errorPrefix} />}
        </div>
      </More>
      <More summary={texts.commentSummary} open={Boolean(question.given.comment || errors.comment)}>
        <div className={`kern-form-input${errors.comment ? ' kern-form-input--error' : ''}`}>
          <label className="kern-label" htmlFor={commentId}>
            {texts.commentLabel} <span className="kern-label__optional">{texts.optional}</span>
          </label>
          <p className="kern-hint dec-text" id={`${commentId}-hinweis`}>
            {texts.commentHint}
          </p>
          <textarea
            className="kern-form-input__input"
            id={commentId}
            rows={4}
            defaultValue={question.given.comment}
            aria-describedby={describedBy(commentId, errors.comment)}
            aria-invalid={errors.comment ? true : undefined}
            {...comment}
          />
          {errors.comment && <FieldError id={`${commentId}-fehler`} text={errors.comment} prefix={texts.errorPrefix} />}
        </div>
      </More>
    </>
  )
}
