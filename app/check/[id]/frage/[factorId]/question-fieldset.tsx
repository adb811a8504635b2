'use client'

import { useWatch, type UseFormReturn } from 'react-hook-form'
import { FieldError } from '@/app/_components/field-error'
import { countLines } from '@/lib/assessments/line-count'
import { NoteFields } from './note-fields'
import { OptionCard } from './option-card'
import type { AnswerForm } from './use-answer-form'
import { fieldId, fieldName, type NoteLimits, type QuestionTexts, type QuestionView } from './question-view'

/** What stands around the options of a question. */
export interface QuestionFolds {
  readonly help: React.ReactNode
  /** What was answered before. */
  readonly earlier: React.ReactNode
  /** That the answer was taken over; goes once it is saved. */
  readonly carried: React.ReactNode
  readonly source: React.ReactNode
}

interface QuestionFieldsetProps {
  question: QuestionView
  texts: QuestionTexts
  form: UseFormReturn<AnswerForm>
  limits: NoteLimits
  /** Errors by field name, from the server or from the length check here. */
  errors: Readonly<Record<string, string>>
  ready: boolean
  /** Rendered on the server. */
  folds?: QuestionFolds
}

const germanCount = (value: number) => value.toLocaleString('de-DE')

/** One question: stem, help, five steps, what stands apart, notes. */
export function QuestionFieldset({ question, texts, form, limits, errors, ready, folds }: QuestionFieldsetProps) {
  const { id, given } = question
  const { register, control } = form
  const choice = useWatch({ control, name: fieldName(id, 'choice') })
  const version = useWatch({ control, name: fieldName(id, 'version') })
  const own = {
    choice: errors[fieldName(id, 'choice')],
    clarify: errors[fieldName(id, 'clarify')],
    comment: errors[fieldName(id, 'comment')],
  }
  const tooLong = (label: string, limit: number) => (value: string) =>
    value.length <= limit ||
    texts.tooLong.replace('{label}', label).replace('{limit}', germanCount(limit)).replace('{length}', germanCount(value.length))
  const tooManyLines = (value: string) =>
    countLines(value) <= limits.commentLines ||
    texts.tooManyLines
      .replace('{label}', texts.commentLabel)
      .replace('{limit}', germanCount(limits.commentLines))
      .replace('{lines}', germanCount(countLines(value)))
  const field = register(fieldName(id, 'choice'))
  const described = [`q-${id}-hilfe`, own.choice ? `q-${id}-fehler` : ''].filter(Boolean).join(' ')
  // The button goes with the choice, so the focus must not stay on it.
  const clear = () => {
    form.setValue(fieldName(id, 'choice'), '')
    document.getElementById(fieldId(id, 'choice'))?.focus()
  }
  return (
    <fieldset
      className={`kern-fieldset dec-question${own.choice ? ' kern-fieldset--error' : ''}`}
      id={`q-${id}`}
      aria-describedby={described}
    >
      <legend>
        <h2 className="kern-heading-medium">{question.stem}</h2>
      </legend>
      <p className="kern-hint dec-text" id={`q-${id}-hilfe`}>
        {question.help}
      </p>
      {folds?.help}
      {folds?.earlier}
      {version === String(question.version) && folds?.carried}
      {own.choice && <FieldError id={`q-${id}-fehler`} text={own.choice} prefix={texts.errorPrefix} />}
      <div className="dec-options">
        {question.steps.map((option) => (
          <OptionCard
            key={option.value}
            option={option}
            id={`q-${id}-${option.value}`}
            field={field}
            checked={given.choice === option.value}
          />
        ))}
      </div>
      <div className="dec-options dec-apart">
        {question.apart.map((option, index) => (
          <OptionCard
            key={option.value}
            option={option}
            id={`q-${id}-apart-${index}`}
            field={field}
            checked={given.choice === option.value}
          />
        ))}
        {ready && choice !== '' && (
          <button className="dec-link-button" type="button" onClick={clear}>
            {texts.clear}
            <span className="kern-sr-only">: {question.stem}</span>
          </button>
        )}
      </div>
      <div className="dec-extras">
        <NoteFields
          question={question}
          texts={texts}
          errors={own}
          clarify={register(fieldName(id, 'clarify'), { validate: tooLong(texts.clarifyLabel, limits.clarify) })}
          comment={register(fieldName(id, 'comment'), {
            validate: { characters: tooLong(texts.commentLabel, limits.comment), lines: tooManyLines },
          })}
        />
        {folds?.source}
      </div>
      <input type="hidden" name={fieldName(id, 'version')} value={version} />
    </fieldset>
  )
}
