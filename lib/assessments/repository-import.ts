import type { DatabaseClient } from '../db'
import type { SubjectKind } from '../questionnaire/schema'
import type { AnswerContent } from './answer-conflict'

export interface ImportedAnswer {
  readonly questionId: string
  readonly subject: SubjectKind
  readonly content: AnswerContent
  readonly before: AnswerContent
}

/** Stores the answers of a new assessment as its first version, with their history. */
export async function storeImportedAnswers(
  client: DatabaseClient,
  { responseId, placeId }: { responseId: string; placeId: string },
  answers: readonly ImportedAnswer[],
  now: Date,
): Promise<void> {
  const placed = answers.map(({ questionId, subject, content, before }) => ({
    place: { responseId, subjectId: subject === 'quartier' ? placeId : '', questionId, version: 1, formId: 'import' },
    content,
    before,
  }))
  await client.answer.createMany({
    data: placed.map(({ place, content }) => ({ ...place, ...content, seq: 0n, updatedAt: now })),
  })
  await client.answerChange.createMany({
    data: placed.map(({ place, before }) => ({ ...place, before: { ...before }, at: now })),
  })
}
