/** Rounds of a workspace in the database. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { removeGrants } from '../assessments/repository-keys'
import { removeRejectedInputs } from '../assessments/repository-rejected-inputs'
import { newId } from '../assessments/secret'
import { modeSchema, roundStatusSchema } from '../assessments/stored-json'

/** What happened to a round; stands beside what is hashed, because it names who did it. */
export type RoundEventKind = 'begonnen' | 'uebernommen' | 'umgestellt' | 'abgeschlossen' | 'wieder-geoeffnet'

/** Notes what was done with a round. */
export async function addEvent(
  client: DatabaseClient,
  event: { assessmentId: string; kind: RoundEventKind; revision: number; reason?: string; actorId: string },
  now: Date,
): Promise<void> {
  await client.roundEvent.create({ data: { id: newId(), reason: '', ...event, at: now } })
}

export interface RoundNaming {
  readonly name: string
  /** `2026-01-01`, or null. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
}

/** True if a round is one of a workspace. */
export async function isRoundOf(client: DatabaseClient, workspaceId: string, assessmentId: string): Promise<boolean> {
  return (await client.assessment.count({ where: { id: assessmentId, workspaceId } })) > 0
}

/** True if there is no assessment of this id anywhere. */
export async function isFreeId(client: DatabaseClient, assessmentId: string): Promise<boolean> {
  return (await client.assessment.count({ where: { id: assessmentId } })) === 0
}

/** True if it was this person who took a round over. */
export async function isClaimedBy(client: DatabaseClient, assessmentId: string, actorId: string): Promise<boolean> {
  return (await client.roundEvent.count({ where: { assessmentId, kind: 'uebernommen', actorId } })) > 0
}

/** Puts an assessment into a workspace. Keys and codes end: from now on members open it by their role. */
export async function moveIntoWorkspace(
  client: DatabaseClient,
  assessmentId: string,
  workspaceId: string,
  naming: RoundNaming,
): Promise<void> {
  await client.assessment.update({ where: { id: assessmentId }, data: { workspaceId, ...naming } })
  await removeRejectedInputs(client, { assessmentId })
  await removeGrants(client, assessmentId)
}

/** Closes a round with what it is. */
export async function storeClosed(
  client: DatabaseClient,
  snapshot: { assessmentId: string; revision: number; payload: string; hash: string; scoringVersion: string },
  now: Date,
): Promise<void> {
  await client.snapshot.create({ data: { id: newId(), ...snapshot, closedAt: now } })
  await client.assessment.update({ where: { id: snapshot.assessmentId }, data: { status: 'abgeschlossen' } })
}

/** Opens a closed round as its next revision; what was closed stays stored. @returns the new revision */
export async function storeReopened(client: DatabaseClient, assessmentId: string): Promise<number> {
  const data = { status: 'offen', revision: { increment: 1 } }
  return (await client.assessment.update({ where: { id: assessmentId }, data, select: { revision: true } })).revision
}

/** Notes the Aktenzeichen under which a town files a round. */
export async function storeFileReference(client: DatabaseClient, assessmentId: string, fileReference: string): Promise<void> {
  await client.assessment.update({ where: { id: assessmentId }, data: { fileReference } })
}

/** Gives a closed revision of a round as it is stored, the newest one unless another is asked for; null if there is none. */
export async function findSnapshot(client: DatabaseClient, assessmentId: string, revision: number | null) {
  return await client.snapshot.findFirst({
    where: { assessmentId, ...(revision === null ? {} : { revision }) },
    select: { payload: true, hash: true, closedAt: true },
    orderBy: { revision: 'desc' },
  })
}

/** Gives the closed revisions of a round, newest first, without what was closed. */
export async function findRevisions(client: DatabaseClient, assessmentId: string) {
  return await client.snapshot.findMany({
    where: { assessmentId },
    select: { revision: true, hash: true, closedAt: true },
    orderBy: { revision: 'desc' },
  })
}

/** Gives what was done with a round, in order. The name is null where the person was deleted. */
export async function findEvents(client: DatabaseClient, assessmentId: string) {
  const rows = await client.roundEvent.findMany({
    where: { assessmentId },
    select: { kind: true, revision: true, reason: true, at: true, actor: { select: { name: true } } },
    orderBy: [{ revision: 'asc' }, { at: 'asc' }, { id: 'asc' }],
  })
  // By number and kind before time: a clock may be set back, but a revision is closed last and nothing comes before its beginning.
  const place = (kind: string) => (kind === 'abgeschlossen' ? 2 : kind === 'umgestellt' ? 1 : 0)
  const inOrder = rows.toSorted((a, b) => a.revision - b.revision || place(a.kind) - place(b.kind))
  return inOrder.map(({ actor, kind, ...row }) => ({ ...row, kind: kind as RoundEventKind, by: actor?.name ?? null }))
}

/** Gives the rounds of a workspace, latest period first, those without one by their beginning. */
export async function findRounds(client: DatabaseClient, workspaceId: string) {
  const rows = await client.assessment.findMany({
    where: { workspaceId },
    select: {
      id: true,
      name: true,
      periodFrom: true,
      periodTo: true,
      status: true,
      revision: true,
      mode: true,
      questionnaireId: true,
      questionnaireVersion: true,
      createdAt: true,
      snapshots: { select: { closedAt: true }, orderBy: { revision: 'desc' }, take: 1 },
    },
    orderBy: [{ periodFrom: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ snapshots, status, mode, ...row }) => ({
    ...row,
    status: roundStatusSchema.parse(status),
    mode: modeSchema.parse(mode),
    closedAt: snapshots[0]?.closedAt ?? null,
  }))
}
