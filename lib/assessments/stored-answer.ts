/** Between an answer as the core knows it and its row in the database. */
import type { Answer } from '../questionnaire/questionnaire'
import type { SubjectKind } from '../questionnaire/schema'
import type { AnswerContent } from './answer-conflict'
import type { StoredAnswer } from './types'

/** Gives the columns of an answer with what is written beside it. */
export function toContent(answer: Answer, { comment, clarifyWith }: { comment: string; clarifyWith: string }): AnswerContent {
  return {
    state: answer.state,
    value: answer.state === 'answered' ? answer.value : null,
    reason: answer.state === 'not_applicable' ? answer.reason : null,
    comment,
    clarifyWith,
  }
}

function toAnswer({ state, value, reason }: AnswerContent): Answer {
  if (state === 'answered') return { state, value: value as 0 | 1 | 2 | 3 | 4 }
  if (state === 'not_applicable') return { state, reason: reason ?? '' }
  return { state }
}

/** Gives a stored answer as the pages see it. */
export function fromContent(
  content: AnswerContent & { readonly version: number; readonly updatedAt: number | Date },
  subject: SubjectKind,
): StoredAnswer {
  const { comment, clarifyWith, version, updatedAt } = content
  return { answer: toAnswer(content), subject, comment, clarifyWith, version, updatedAt: new Date(updatedAt) }
}
