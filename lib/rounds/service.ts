/** Rounds (Durchgänge) of a workspace: taking over what was begun without an account, closing, opening again. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { questionnaireOf } from '../assessments/content'
import { findAssessment } from '../assessments/repository'
import { requireAccess } from '../assessments/repository-access'
import { hashSecret } from '../assessments/secret'
import { isBlank } from '../assessments/text'
import { withDatabase } from '../assessments/with-database'
import type { RoundView } from '../assessments/types'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { scoringVersion } from '../scoring/version'
import {
  addEvent,
  findEvents,
  findRevisions,
  findRounds,
  findSnapshot,
  isClaimedBy,
  moveIntoWorkspace,
  type RoundNaming,
  storeClosed,
  storeFileReference,
  storeReopened,
} from './repository'
import { completeWorkspaceProfile } from './repository-workspace'
import { type Snapshot, snapshotSchema, writeSnapshot } from './snapshot'

export type RoundSummary = Awaited<ReturnType<typeof findRounds>>[number]

/** Gives the rounds of a workspace, latest first. @throws AppError `not-found` */
export async function listRounds(actor: Actor, workspaceId: string): Promise<RoundSummary[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    return await findRounds(client, workspaceId)
  })
}

/**
 * Takes an assessment that this browser began without an account into a workspace, with all answers and their history. All keys
 * and codes to it end, those of other browsers too. What the workspace's profile does not say yet, it takes from there. Asked again
 * by the same person, e.g. by a double click, nothing happens.
 * @throws AppError `not-found` if the browser has no key to it, or it is in another workspace or was taken over by somebody else;
 * `forbidden`
 */
export async function claimAssessment(
  actor: Actor,
  assessmentId: string,
  workspaceId: string,
  naming: RoundNaming,
  now: Date,
): Promise<void> {
  const claimed = await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'round.start')
      const access = await requireAccess(client, actor, assessmentId, 'round.read', now)
      if (access.workspaceId === workspaceId && (await isClaimedBy(client, assessmentId, userId))) return false
      if (access.workspaceId !== null) throw new AppError('not-found')
      await moveIntoWorkspace(client, assessmentId, workspaceId, naming)
      await completeWorkspaceProfile(client, workspaceId, (await findAssessment(client, assessmentId)).profile)
      await addEvent(client, { assessmentId, kind: 'uebernommen', revision: 1, actorId: userId }, now)
      return true
    }),
  )
  if (claimed) logSecurity('check-claimed', { person: actor.userId, workspace: workspaceId })
}

/** An Aktenzeichen, and the one that its form showed. */
interface FileReference {
  readonly fileReference: string
  readonly shown?: string
}

/** @throws AppError `conflict` if another one was noted since the form was shown */
async function noteFileReference(client: DatabaseClient, round: RoundView, id: string, { fileReference, shown }: FileReference) {
  const stored = round.fileReference
  if (shown !== undefined && shown !== stored && fileReference !== stored) {
    throw new AppError('conflict', { fields: [{ field: 'fileReference', code: 'conflict' }] })
  }
  await storeFileReference(client, id, fileReference)
}

/**
 * Closes a round: nothing of it changes any more, neither by this program nor by another (triggers in the database).
 * @param given the Aktenzeichen as parsed by `closeSchema`; without it the one noted before stays
 * @returns the SHA-256 of what was closed
 * @throws AppError `not-found` (also for an assessment without a workspace), `forbidden`, `round-closed` if it is closed already,
 * `conflict` if another Aktenzeichen was noted since the form was shown
 */
export async function closeRound(
  actor: Actor,
  assessmentId: string,
  now: Date,
  { fileReference, shown }: Partial<FileReference> = {},
): Promise<{ readonly hash: string }> {
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireAccess(client, actor, assessmentId, 'round.close', now)
      const view = await findAssessment(client, assessmentId)
      if (!view.round || userId === null) throw new AppError('not-found')
      if (view.round.status === 'abgeschlossen') throw new AppError('round-closed')
      const { revision } = view.round
      if (fileReference !== undefined) await noteFileReference(client, view.round, assessmentId, { fileReference, shown })
      const payload = writeSnapshot(view, questionnaireOf(view))
      const hash = hashSecret(payload)
      await storeClosed(client, { assessmentId, revision, payload, hash, scoringVersion }, now)
      await addEvent(client, { assessmentId, kind: 'abgeschlossen', revision, actorId: userId }, now)
      return { hash }
    }),
  )
}

/**
 * Notes the Aktenzeichen of a round, open or closed: it stands beside what is frozen.
 * @param given as parsed by `fileReferenceSchema`; empty: none
 * @throws AppError `not-found` (also for an assessment without a workspace), `forbidden`, `conflict` if another one was noted since
 * the form was shown
 */
export async function saveFileReference(actor: Actor, assessmentId: string, given: FileReference, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireAccess(client, actor, assessmentId, 'round.close', now)
      const { round } = await findAssessment(client, assessmentId)
      if (!round) throw new AppError('not-found')
      await noteFileReference(client, round, assessmentId, given)
    }),
  )
}

/**
 * Opens a closed round again as a new revision. What was closed stays stored and can be read.
 * @returns the new revision
 * @throws AppError `not-found`, `forbidden`, `required` without a reason, `round-open` if it is open already
 */
export async function reopenRound(actor: Actor, assessmentId: string, reason: string, now: Date): Promise<number> {
  if (isBlank(reason)) throw new AppError('required', { fields: [{ field: 'reason', code: 'required' }] })
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireAccess(client, actor, assessmentId, 'round.reopen', now)
      const { round } = await findAssessment(client, assessmentId)
      if (!round || userId === null) throw new AppError('not-found')
      if (round.status !== 'abgeschlossen') throw new AppError('round-open')
      const revision = await storeReopened(client, assessmentId)
      await addEvent(client, { assessmentId, kind: 'wieder-geoeffnet', revision, reason, actorId: userId }, now)
      return revision
    }),
  )
}

interface Closed {
  readonly workspaceId: string | null
  readonly snapshot: Snapshot
  readonly payload: string
  readonly hash: string
  readonly closedAt: Date
}

/**
 * Gives a closed revision of a round, after its hash was checked.
 * @param revision null: the newest one that was closed
 * @throws AppError `not-found` (also for a revision that was never closed), `database-corrupt` if it is not what was closed
 */
export async function readClosed(actor: Actor, assessmentId: string, revision: number | null, now: Date): Promise<Closed> {
  return await withDatabase(async ({ client }) => {
    const { workspaceId } = await requireAccess(client, actor, assessmentId, 'round.read', now)
    const stored = await findSnapshot(client, assessmentId, revision)
    if (!stored) throw new AppError('not-found')
    if (hashSecret(stored.payload) !== stored.hash) throw new AppError('database-corrupt')
    return { ...stored, workspaceId, snapshot: snapshotSchema.parse(JSON.parse(stored.payload)) }
  })
}

export interface RoundHistory {
  /** Closed ones, newest first. */
  readonly revisions: Awaited<ReturnType<typeof findRevisions>>
  /** From its beginning on; `by` is null where the person was deleted. */
  readonly events: Awaited<ReturnType<typeof findEvents>>
}

/** Gives what was done with a round and which revisions of it can be read. @throws AppError `not-found` */
export async function readHistory(actor: Actor, assessmentId: string, now: Date): Promise<RoundHistory> {
  return await withDatabase(async ({ client }) => {
    const { workspaceId } = await requireAccess(client, actor, assessmentId, 'round.read', now)
    if (workspaceId === null) throw new AppError('not-found')
    return { revisions: await findRevisions(client, assessmentId), events: await findEvents(client, assessmentId) }
  })
}
