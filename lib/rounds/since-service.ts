/** What the report of a later round looks back on: the round before it, and the Maßnahmenplan as of the report's day. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { findMembers } from '../accounts/repository'
import { requireAccess } from '../assessments/repository-access'
import type { AssessmentView } from '../assessments/types'
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { planAsOf } from '../measures/plan-as-of'
import type { ProgressRound } from '../report/progress-types'
import type { SinceDetails } from '../report/since-types'
import { findSnapshot } from './repository'
import { findClosedBefore } from './repository-earlier'
import { targetsOfSnapshot } from './snapshot'
import { fromSnapshot, fromView, readSnapshot } from './to-progress-round'

type Earlier = Pick<SinceDetails, 'before' | 'targetsBefore'>

async function readClosedRound(client: DatabaseClient, id: string, revision: number) {
  const stored = await findSnapshot(client, id, revision)
  if (!stored) throw new AppError('not-found')
  const snapshot = readSnapshot(stored)
  return { snapshot, round: fromSnapshot({ id, ...snapshot.round }, snapshot, stored.closedAt) }
}

/** B1: the last one that this installation can read; one of another questionnaire has nothing to compare. */
async function findEarlier(
  client: DatabaseClient,
  { id, questionnaireId }: AssessmentView,
  workspaceId: string,
  at: Date,
): Promise<Earlier | null> {
  for (const { assessmentId, revision } of await findClosedBefore(client, workspaceId, id, at)) {
    try {
      const { snapshot, round } = await readClosedRound(client, assessmentId, revision)
      if (round.questionnaire.id === questionnaireId) return { before: round, targetsBefore: targetsOfSnapshot(snapshot) }
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'questionnaire-missing')) throw error
    }
  }
  return null
}

/**
 * Gives what a report looks back on; null for a check without a workspace and for the first round of one.
 * @param view the round as its report shows it; closed, as of one of its revisions
 * @param closedAt of that revision; null while the round is open
 * @throws AppError `not-found`, `database-corrupt` if a closed round was altered
 */
export async function readSince(
  actor: Actor,
  { view, closedAt }: { readonly view: AssessmentView; readonly closedAt: Date | null },
  now: Date,
): Promise<SinceDetails | null> {
  const { id, round } = view
  if (!round) return null
  return await withDatabase(async ({ client }) => {
    const { workspaceId } = await requireAccess(client, actor, id, 'round.read', now)
    if (workspaceId === null) throw new AppError('not-found')
    await requireMember(client, actor, workspaceId, 'measure.read')
    const at = closedAt ?? now
    const earlier = await findEarlier(client, view, workspaceId, at)
    if (!earlier) return null
    const after: ProgressRound = closedAt
      ? (await readClosedRound(client, id, round.revision)).round
      : fromView({ id, ...round }, view, now)
    const { measures: plan, done, actors } = await planAsOf(client, workspaceId, at)
    const members = (await findMembers(client, workspaceId)).map(({ name }) => name)
    return { ...earlier, after, plan, done, people: [...new Set([...members, ...actors])] }
  })
}
