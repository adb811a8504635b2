/** Between an answer as the core knows it and its row in the database. */
import type { Answer } from '../questionnaire/questionnaire'
import type { SubjectKind } from '../questionnaire/schema'
import type { AnswerContent } from './answer-conflict'
import type { NotedAnswer, StoredAnswer } from './types'

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

/** Gives an answer with what is written beside it. */
export function toNoted(content: AnswerContent): NotedAnswer {
  return { answer: toAnswer(content), comment: content.comment, clarifyWith: content.clarifyWith }
}

/** Gives a stored answer as the pages see it: open as long as it was only taken over. */
export function fromContent(
  content: AnswerContent & {
    readonly version: number
    readonly updatedAt: number | Date
    readonly carriedOver: number | boolean
  },
  subject: SubjectKind,
): StoredAnswer {
  const { version, updatedAt } = content
  const noted = toNoted(content)
  const rest = { subject, version, updatedAt: new Date(updatedAt) }
  return content.carriedOver
    ? { answer: { state: 'open' }, comment: '', clarifyWith: '', ...rest, carried: noted }
    : { ...noted, ...rest, carried: null }
}

/** Gives what a form shows of an answer: also what still has to be confirmed. */
export function shownAnswer({ answer, comment, clarifyWith, carried }: StoredAnswer): NotedAnswer {
  return carried ?? { answer, comment, clarifyWith }
}
