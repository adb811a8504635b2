/** Bringing an open assessment to another version of its questionnaire, in the database. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { emptyContent, type AnswerContent } from './answer-conflict'
import { anyMove, movedFrom, originOf } from './change-origin'
import { answerContentSchema, profileColumnSchema } from './stored-json'
import type { Profile } from '../questionnaire/questionnaire'

export interface MovedAnswer {
  readonly questionId: string
  readonly content: AnswerContent
  readonly carriedOver: boolean
}

export interface Move {
  /** The version it comes from. */
  readonly from: string
  readonly version: string
  readonly contentHash: string
  readonly profile: Profile
  readonly challenges: readonly string[]
  readonly answers: readonly MovedAnswer[]
  /** Questions that the new version still asks: an answer to one of them that is not taken over becomes open. */
  readonly asked: ReadonlySet<string>
  /** Measures that the new version still has. */
  readonly measures: readonly string[]
}

/**
 * Stores an assessment under its new version. Each answer that is there becomes what `move` says, open, or is removed with its
 * question; what it was before stays in the history.
 */
export async function storeMove(
  client: DatabaseClient,
  assessmentId: string,
  { from, version, contentHash, profile, challenges, answers, asked, measures }: Move,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<void> {
  const formId = movedFrom(from)
  const stored = await client.answer.findMany({ where: { response: { assessmentId } } })
  for (const row of stored) {
    const { responseId, subjectId, questionId } = row
    const place = { responseId, subjectId, questionId }
    const moved = answers.find((one) => one.questionId === questionId)
    const changed = { formId, version: row.version + 1 }
    if (asked.has(questionId)) {
      const content = { ...(moved?.content ?? emptyContent), carriedOver: moved?.carriedOver ?? false }
      await client.answer.update({
        where: { responseId_subjectId_questionId: place },
        data: { ...content, ...changed, seq: 0n, updatedAt: now },
      })
    } else {
      await client.answer.delete({ where: { responseId_subjectId_questionId: place } })
    }
    await client.answerChange.create({ data: { ...place, ...changed, before: answerContentSchema.parse(row), actorId, at: now } })
  }
  await client.measureDecision.deleteMany({ where: { assessmentId, measureId: { notIn: [...measures] } } })
  await client.assessment.update({
    where: { id: assessmentId },
    data: {
      questionnaireVersion: version,
      contentHash,
      profile: profileColumnSchema.parse(profile),
      profileVersion: { increment: 1 },
      challenges: [...challenges],
    },
  })
}

/** What was answered under an earlier version and is not there any more as it was. */
export interface AnswerBeforeMove {
  readonly questionId: string
  readonly version: string
  readonly content: AnswerContent
}

/** Gives what each answer of an assessment was before it came to its present version, the last move first. */
export async function findBeforeMoves(client: DatabaseClient, assessmentId: string): Promise<AnswerBeforeMove[]> {
  const rows = await client.answerChange.findMany({
    where: { response: { assessmentId }, formId: { startsWith: anyMove } },
    orderBy: { version: 'desc' },
  })
  return rows.flatMap(({ questionId, formId, before }) => {
    const origin = originOf(formId)
    return origin.kind === 'moved' ? [{ questionId, version: origin.from, content: answerContentSchema.parse(before) }] : []
  })
}
