/** Rounds of a workspace for comparison and course: as they were closed, or as they stand today. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { questionnaireOf } from '../assessments/content'
import { toSheet } from '../assessments/to-sheet'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { hashSecret } from '../assessments/secret'
import { isoDate } from '../report/format'
import type { ProgressRound } from '../report/progress-types'
import { scoringVersion } from '../scoring/version'
import { findStoredRounds, type StoredRound } from './repository-progress'
import { type Snapshot, sheetOfSnapshot, snapshotSchema } from './snapshot'

export interface ProgressRounds {
  /** In the order of time. */
  readonly rounds: readonly ProgressRound[]
  /** Names of rounds whose version of the questionnaire this installation does not have. */
  readonly unreadable: readonly string[]
}

function readSnapshot({ payload, hash }: NonNullable<StoredRound['closed']>): Snapshot {
  if (hashSecret(payload) !== hash) throw new AppError('database-corrupt')
  return snapshotSchema.parse(JSON.parse(payload))
}

const written = (comments: readonly (readonly [string, string])[]) =>
  Object.fromEntries(comments.filter(([, comment]) => comment !== ''))

function fromSnapshot(stored: StoredRound, closed: NonNullable<StoredRound['closed']>): ProgressRound {
  const snapshot = readSnapshot(closed)
  const { id, version } = snapshot.questionnaire
  const closedOn = isoDate(closed.closedAt)
  return {
    ...naming(stored),
    closedOn,
    asOf: stored.periodTo ?? closedOn,
    questionnaire: questionnaireOf({ questionnaireId: id, questionnaireVersion: version }),
    sheet: sheetOfSnapshot(snapshot),
    comments: written(snapshot.answers.map(({ questionId, comment }) => [questionId, comment] as const)),
    recorded: snapshot.scoringVersion === scoringVersion ? null : snapshot.result,
  }
}

function fromView(stored: StoredRound, view: NonNullable<StoredRound['view']>, now: Date): ProgressRound {
  return {
    ...naming(stored),
    closedOn: null,
    asOf: stored.periodTo ?? isoDate(now),
    questionnaire: questionnaireOf(view),
    sheet: toSheet(view),
    comments: written(Object.entries(view.answers).map(([questionId, { comment }]) => [questionId, comment] as const)),
    recorded: null,
  }
}

const naming = ({ id, name, periodFrom, periodTo }: StoredRound) => ({ id, name, periodFrom, periodTo })

function toRound(stored: StoredRound, now: Date): ProgressRound {
  if (stored.closed) return fromSnapshot(stored, stored.closed)
  // The triggers of the database let no round be closed without its snapshot.
  if (!stored.view) throw new AppError('database-corrupt')
  return fromView(stored, stored.view, now)
}

/** By the beginning of the period, else the day it was begun (V6). */
function byTime(a: StoredRound, b: StoredRound): number {
  const keyOf = ({ periodFrom, createdAt, id }: StoredRound) =>
    `${periodFrom ?? isoDate(createdAt)} ${createdAt.toISOString()} ${id}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}

const isMissing = (error: unknown) => error instanceof AppError && error.code === 'wrong-version'

/**
 * Gives all rounds of a workspace, in the order of time.
 * @throws AppError `not-found` for foreign and absent workspaces alike, `database-corrupt` if a closed round was altered
 */
export async function readAllRounds(actor: Actor, workspaceId: string, now: Date): Promise<ProgressRounds> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    const rounds: ProgressRound[] = []
    const unreadable: string[] = []
    for (const stored of (await findStoredRounds(client, workspaceId)).toSorted(byTime)) {
      try {
        rounds.push(toRound(stored, now))
      } catch (error) {
        if (!isMissing(error)) throw error
        unreadable.push(stored.name)
      }
    }
    return { rounds, unreadable }
  })
}

/**
 * Gives two rounds of a workspace, the earlier one first, whichever way they were named.
 * @throws AppError `not-found` for foreign and absent ones alike, `wrong-version` if this installation lacks a questionnaire
 */
export async function readTwoRounds(
  actor: Actor,
  workspaceId: string,
  ids: readonly [string, string],
  now: Date,
): Promise<readonly [ProgressRound, ProgressRound]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    const stored = (await findStoredRounds(client, workspaceId, ids)).toSorted(byTime)
    const [before, after] = stored
    if (!before || !after) throw new AppError('not-found')
    return [toRound(before, now), toRound(after, now)]
  })
}
