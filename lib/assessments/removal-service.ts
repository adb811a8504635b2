/** Deleting assessments: on request, and after 36 months without use. */
import type { Actor } from '../accounts/actor'
import { removeEndedSessions } from '../accounts/repository'
import { removeEndedInvitations } from '../accounts/repository-invitations'
import { logSecurity } from '../security-log'
import { requireAccess } from './repository-access'
import { removeUnusedKeys } from './repository-keys'
import { removeRejectedInputs } from './repository-rejected-inputs'
import { findUnusedSince, removeAssessment } from './repository-removal'
import { retentionLimit, unusedKeyLimit } from './retention'
import { withDatabase } from './with-database'

/**
 * Deletes an assessment and every trace of it, also from the write-ahead log.
 * @returns the workspace whose round it was, or null
 */
export async function deleteAssessment(actor: Actor, id: string, now: Date): Promise<string | null> {
  return await withDatabase(async (database) => {
    const workspaceId = await database.transaction(async (client) => {
      const access = await requireAccess(client, actor, id, 'round.delete', now)
      await removeAssessment(client, id)
      return access.workspaceId
    })
    if (workspaceId !== null) logSecurity('round-deleted', { person: actor.userId, workspace: workspaceId })
    await database.emptyLog()
    return workspaceId
  })
}

/** Empties the write-ahead log of what was deleted earlier. */
export async function emptyLog(): Promise<void> {
  await withDatabase((database) => database.emptyLog())
}

/**
 * Deletes what has outlived its time: assessments 36 months after their last use, refused forms after 24 hours, keys that
 * open nothing after a day, invitations that can no longer be redeemed, sessions that are over.
 * @returns how many assessments were deleted
 */
export async function deleteExpired(now: Date): Promise<number> {
  return await withDatabase(async (database) => {
    const ids = await findUnusedSince(database.client, retentionLimit(now))
    // One transaction each, so that saves need not wait for all of them.
    for (const id of ids) await database.transaction((client) => removeAssessment(client, id))
    await database.transaction(async (client) => {
      await removeRejectedInputs(client, { expiredAt: now })
      await removeEndedInvitations(client, now)
      await removeEndedSessions(client, now)
      await removeUnusedKeys(client, { createdBefore: unusedKeyLimit(now) })
    })
    await database.emptyLog()
    return ids.length
  })
}
