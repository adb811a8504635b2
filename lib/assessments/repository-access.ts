/** The one check before anything of an assessment is read or changed. */
import { type Actor, closedTo } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import type { Action } from '../accounts/permissions'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { findGrant } from './repository-keys'

/** By which way an assessment was opened. */
export interface Access {
  /** The browser's key; null in a workspace. */
  readonly keyId: string | null
  /** The member; null without a workspace. */
  readonly userId: string | null
  readonly workspaceId: string | null
}

/**
 * Gives the way by which the actor may do this with an assessment. Begun without an account, it belongs to whoever holds a key
 * to it, for everything; in a workspace to its members, by their role.
 * @param client of the transaction that then does it
 * @throws AppError `not-found` for foreign and absent assessments alike (`login-required` if the session is over), `forbidden` if the role does not include the action,
 * `round-closed` for changes of a closed round
 */
export async function requireAccess(
  client: DatabaseClient,
  actor: Actor,
  assessmentId: string,
  action: Action,
  now: Date,
): Promise<Access> {
  const row = await client.assessment.findUnique({ where: { id: assessmentId }, select: { workspaceId: true, status: true } })
  if (!row) throw closedTo(actor)
  const { workspaceId, status } = row
  if (workspaceId === null) {
    const keyId = await findGrant(client, actor.key, assessmentId, now)
    if (keyId === null) throw closedTo(actor)
    return { keyId, userId: null, workspaceId }
  }
  const { userId } = await requireMember(client, actor, workspaceId, action)
  if (status !== 'offen' && action === 'round.answer') throw new AppError('round-closed')
  return { keyId: null, userId, workspaceId }
}
