'use client'

import { useEffect, useState } from 'react'
import { ErrorSummary, type SummaryItem } from '@/app/_components/error-summary'
import { QuestionFieldset, type QuestionFolds } from './question-fieldset'
import { SaveStatus } from './save-status'
import { fieldId, fieldName, type GivenAnswer, type NoteLimits, type QuestionTexts, type QuestionView } from './question-view'
import { useAnswerForm } from './use-answer-form'

export interface QuestionFormProps {
  action: string
  factorId: string
  formId: string
  /** The version of the questionnaire that the page shows. */
  questionnaire: string
  next: string
  backHref: string
  questions: readonly QuestionView[]
  stored: Readonly<Record<string, GivenAnswer>>
  /** Refused fields of the last submission, linked. */
  refused: readonly SummaryItem[]
  /** Headings of the page, and answers that exist in two versions. */
  header: React.ReactNode
  /** Answers in two versions, sent along as they were typed: they come back until one is chosen. */
  undecided: React.ReactNode
  /** Folds of each question, by id; rendered on the server. */
  folds: Readonly<Record<string, QuestionFolds>>
  savedText: string
  limits: NoteLimits
  texts: QuestionTexts
}

const parts = ['choice', 'clarify', 'comment'] as const

/** The form of one success factor. Without scripts it is a plain form; with them it saves by itself. */
export function QuestionForm(props: QuestionFormProps) {
  const { questions, texts } = props
  const { form, state, ready, save, submit, formDomId } = useAnswerForm(props)
  const [summary, setSummary] = useState(props.refused)
  const { errors: checked, dirtyFields } = form.formState

  // A text is marked from the check here; a refusal by the server until the field is changed.
  const errors: Record<string, string> = {}
  for (const { id, errors: refused } of questions) {
    for (const part of parts) {
      const text = checked.q?.[id]?.[part]?.message ?? (dirtyFields.q?.[id]?.[part] ? undefined : refused[part])
      if (text) errors[fieldName(id, part)] = text
    }
  }
  if (state.kind === 'refused') {
    for (const { field, message } of state.messages) errors[field.replace(/\.clarifyWith$/, '.clarify')] ??= message
  }

  useEffect(() => {
    if (summary.length === 0) return
    if (!document.title.startsWith(texts.errorPrefix)) document.title = texts.errorTitle
    document.getElementById('fehler')?.focus()
  }, [summary, texts])

  async function leave(element: HTMLFormElement) {
    if (!(await form.trigger())) {
      const found = questions.flatMap(({ id }) =>
        parts.map((part) => ({ id, part, message: form.getFieldState(fieldName(id, part)).error?.message })),
      )
      setSummary(found.flatMap(({ id, part, message }) => (message ? [{ href: `#${fieldId(id, part)}`, text: message }] : [])))
      return
    }
    setSummary([])
    await submit(element)
  }

  return (
    <>
      {summary.length > 0 && <ErrorSummary heading={texts.errorHeading} items={summary} note={texts.errorNote} />}
      {props.header}
      <form
        id={formDomId}
        method="post"
        action={props.action}
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void leave(event.currentTarget)
        }}
      >
        <input type="hidden" name="factor" value={props.factorId} />
        <input type="hidden" name="formId" value={props.formId} />
        <input type="hidden" name="questionnaire" value={props.questionnaire} />
        <input type="hidden" name="next" value={props.next} />
        {props.undecided}
        {questions.map((question) => (
          <QuestionFieldset
            key={question.id}
            question={question}
            texts={texts}
            form={form}
            limits={props.limits}
            errors={errors}
            ready={ready}
            folds={props.folds[question.id]}
          />
        ))}
        <div className="dec-save-bar">
          <button className="kern-btn kern-btn--primary" type="submit">
            <span className="kern-label">{texts.submit}</span>
          </button>
          <a className="kern-btn kern-btn--secondary" href={props.backHref}>
            <span className="kern-label">{texts.back}</span>
          </a>
          <SaveStatus state={state} initial={props.savedText} texts={texts} onRetry={() => void save()} />
        </div>
        <p className="kern-body kern-body--small dec-quiet dec-text dec-space-2">{texts.optionalNote}</p>
      </form>
    </>
  )
}
