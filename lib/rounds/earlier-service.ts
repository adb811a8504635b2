/** What stands beside a question: what was answered before – in the round before, or under an earlier version – and the target. */
import type { Actor } from '../accounts/actor'
import { findQuestionnaire } from '../assessments/content'
import { findAssessment } from '../assessments/repository'
import { requireAccess } from '../assessments/repository-access'
import { findBeforeMoves } from '../assessments/repository-move'
import { toNoted } from '../assessments/stored-answer'
import type { AssessmentView, NotedAnswer } from '../assessments/types'
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import type { Question } from '../questionnaire/schema'
import type { SetTarget } from '../recommendations/types'
import { findRounds } from './repository'

export interface EarlierAnswer extends NotedAnswer {
  /** The round it was given in; null if it was given in this one, under an earlier version. */
  readonly roundName: string | null
  /** The question as it was asked then. */
  readonly question: Question
  readonly version: string
}

/** By question id. */
export type EarlierAnswers = Readonly<Record<string, EarlierAnswer>>

/** The round whose answers were taken over, or else the one whose period comes before. */
async function findPrevious(client: DatabaseClient, { id, round }: AssessmentView): Promise<AssessmentView | null> {
  if (!round) return null
  const rounds = await findRounds(client, round.workspaceId)
  const previousId = round.basedOnId ?? rounds[rounds.findIndex((one) => one.id === id) + 1]?.id
  return previousId === undefined ? null : await findAssessment(client, previousId)
}

/** A version that this installation no longer has cannot put an answer into words. */
function fromRound(previous: AssessmentView): [string, EarlierAnswer][] {
  const questionnaire = findQuestionnaire(previous)
  return Object.entries(previous.answers).flatMap(([id, { answer, comment, clarifyWith }]): [string, EarlierAnswer][] => {
    const question = questionnaire?.questionById.get(id)
    if (!question || answer.state === 'open') return []
    const { questionnaireVersion: version, round } = previous
    return [[id, { answer, comment, clarifyWith, roundName: round?.name ?? null, question, version }]]
  })
}

async function beforeMoves(client: DatabaseClient, { id, questionnaireId }: AssessmentView): Promise<[string, EarlierAnswer][]> {
  return (await findBeforeMoves(client, id)).flatMap(({ questionId, version, content }): [string, EarlierAnswer][] => {
    const question = findQuestionnaire({ questionnaireId, questionnaireVersion: version })?.questionById.get(questionId)
    if (!question || content.state === 'open') return []
    return [[questionId, { ...toNoted(content), roundName: null, question, version }]]
  })
}

export interface Beside {
  readonly answers: EarlierAnswers
  /** By factor id; null without a workspace. A factor that is missing has the usual target. */
  readonly targets: Readonly<Record<string, SetTarget>> | null
}

/**
 * Gives what was answered before. What was given in this assessment under an earlier version comes before the round before.
 * @throws AppError `not-found`
 */
export async function readBeside(actor: Actor, view: AssessmentView, now: Date): Promise<Beside> {
  return await withDatabase(async ({ client }) => {
    await requireAccess(client, actor, view.id, 'round.read', now)
    const previous = await findPrevious(client, view)
    // The last one of two with the same key stays: the moves, the latest of them first in their list.
    const moved = (await beforeMoves(client, view)).reverse()
    const answers = Object.fromEntries([...(previous ? fromRound(previous) : []), ...moved])
    return { answers, targets: view.round && view.round.targets }
  })
}
