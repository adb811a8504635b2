/** Rounds of a workspace for comparison and course: as they were closed, or as they stand today. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import type { ProgressRound } from '../report/progress-types'
import { findStoredRounds } from './repository-progress'
import { compareByTime, toProgressRound } from './to-progress-round'

export interface ProgressRounds {
  /** In the order of time. */
  readonly rounds: readonly ProgressRound[]
  /** Names of rounds whose version of the questionnaire this installation does not have. */
  readonly unreadable: readonly string[]
}

const isMissing = (error: unknown) => error instanceof AppError && error.code === 'questionnaire-missing'

/**
 * Gives all rounds of a workspace, in the order of time.
 * @throws AppError `not-found` for foreign and absent workspaces alike, `database-corrupt` if a closed round was altered
 */
export async function readAllRounds(actor: Actor, workspaceId: string, now: Date): Promise<ProgressRounds> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    const rounds: ProgressRound[] = []
    const unreadable: string[] = []
    for (const stored of (await findStoredRounds(client, workspaceId)).toSorted(compareByTime)) {
      try {
        rounds.push(toProgressRound(stored, now))
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
 * @throws AppError `not-found` for foreign and absent ones alike, `questionnaire-missing` if this installation lacks a questionnaire
 */
export async function readTwoRounds(
  actor: Actor,
  workspaceId: string,
  ids: readonly [string, string],
  now: Date,
): Promise<readonly [ProgressRound, ProgressRound]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    const stored = (await findStoredRounds(client, workspaceId, ids)).toSorted(compareByTime)
    const [before, after] = stored
    if (!before || !after) throw new AppError('not-found')
    return [toProgressRound(before, now), toProgressRound(after, now)]
  })
}
