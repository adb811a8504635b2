/** Targets of a workspace in the database. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import type { SetTarget } from '../recommendations/types'
import type { StoredTarget, TargetPlace } from './types'

const stored = { factorId: true, subjectId: true, value: true, reason: true, dueOn: true, version: true } as const

/** Gives all targets that a workspace has set. */
export async function findTargets(client: DatabaseClient, workspaceId: string): Promise<StoredTarget[]> {
  const orderBy = [{ factorId: 'asc' }, { subjectId: 'asc' }] as const
  return await client.target.findMany({ where: { workspaceId }, select: stored, orderBy: [...orderBy] })
}

/** Gives one target, or null where none was ever set. */
export async function findTarget(client: DatabaseClient, workspaceId: string, place: TargetPlace): Promise<StoredTarget | null> {
  return await client.target.findUnique({
    where: { workspaceId_factorId_subjectId: { workspaceId, ...place } },
    select: stored,
  })
}

/** Stores a target. @returns the version that is stored then */
export async function storeTarget(
  client: DatabaseClient,
  workspaceId: string,
  place: TargetPlace,
  { value, reason, dueOn }: SetTarget,
  now: Date,
): Promise<number> {
  const content = { value, reason, dueOn, updatedAt: now }
  const { version } = await client.target.upsert({
    where: { workspaceId_factorId_subjectId: { workspaceId, ...place } },
    create: { workspaceId, ...place, ...content, version: 1 },
    update: { ...content, version: { increment: 1 } },
    select: { version: true },
  })
  return version
}

/** True if a round of the workspace speaks of this Quartier. */
export async function hasPlace(client: DatabaseClient, workspaceId: string, placeId: string): Promise<boolean> {
  return (await client.assessmentPlace.count({ where: { placeId, assessment: { workspaceId } } })) > 0
}

/** Gives the version of the questionnaire that the newest round is answered with, or null without a round. */
export async function findNewestVersion(client: DatabaseClient, workspaceId: string) {
  return await client.assessment.findFirst({
    where: { workspaceId },
    select: { questionnaireId: true, questionnaireVersion: true },
    orderBy: [{ periodFrom: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
  })
}
