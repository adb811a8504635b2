import type { DatabaseClient } from '../db'
import type { SubjectKind } from '../questionnaire/schema'
import type { AnswerContent } from './answer-conflict'

export interface ImportedAnswer {
  readonly questionId: string
  readonly subject: SubjectKind
  readonly content: AnswerContent
  readonly before: AnswerContent
  /** „Übernommen, bitte bestätigen“. */
  readonly carriedOver?: boolean
}

export interface ImportTarget {
  readonly responseId: string
  readonly placeId: string
  /** Where the answers come from, in place of a rendered form. */
  readonly formId: string
  /** Who brought them; null without an account. */
  readonly actorId?: string | null
}

/** Stores the answers of a new assessment as its first version, with their history. */
export async function storeImportedAnswers(
  client: DatabaseClient,
  { responseId, placeId, formId, actorId = null }: ImportTarget,
  answers: readonly ImportedAnswer[],
  now: Date,
): Promise<void> {
  const placed = answers.map(({ questionId, subject, content, before, carriedOver = false }) => ({
    place: { responseId, subjectId: subject === 'quartier' ? placeId : '', questionId, version: 1, formId },
    content,
    before,
    carriedOver,
  }))
  await client.answer.createMany({
    data: placed.map(({ place, content, carriedOver }) => ({ ...place, ...content, carriedOver, seq: 0n, updatedAt: now })),
  })
  await client.answerChange.createMany({
    data: placed.map(({ place, before }) => ({ ...place, before: { ...before }, actorId, at: now })),
  })
}
