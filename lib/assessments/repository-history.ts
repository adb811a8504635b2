/** The append-only history of answers, for reading. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import type { AnswerContent } from './answer-conflict'
import type { RecordedChange } from './answer-history'
import { answerContentSchema } from './stored-json'

export interface AnswerRecord {
  readonly current: AnswerContent
  /** In the order in which they were made. */
  readonly changes: readonly RecordedChange[]
}

/** Gives what is stored of these questions of an assessment, by question id. */
export async function findAnswerRecords(
  client: DatabaseClient,
  assessmentId: string,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, AnswerRecord>> {
  const where = { response: { assessmentId }, questionId: { in: [...questionIds] } }
  const rows = await client.answer.findMany({ where })
  const changes = await client.answerChange.findMany({
    where,
    include: { actor: { select: { name: true } } },
    orderBy: { version: 'asc' },
  })
  return new Map(
    rows.map((row) => {
      const own = changes.filter(({ questionId, subjectId }) => questionId === row.questionId && subjectId === row.subjectId)
      const recorded = own.map(({ formId, before, actor, at }) => ({
        formId,
        before: answerContentSchema.parse(before),
        by: actor?.name ?? null,
        at,
      }))
      return [row.questionId, { current: answerContentSchema.parse(row), changes: recorded }]
    }),
  )
}
