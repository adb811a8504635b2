/** The one check before anything of a workspace is read or changed. */
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { type Actor, closedTo } from './actor'
import { type Action, may, type Role, roleSchema } from './permissions'

/** Gives the role of the actor in a workspace, or null for foreign and absent workspaces alike. */
export async function findRole(client: DatabaseClient, { userId }: Actor, workspaceId: string): Promise<Role | null> {
  if (userId === null) return null
  const membership = await client.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true },
  })
  return membership ? roleSchema.parse(membership.role) : null
}

/** The refusal of what a member's role does not include; the operator is told. */
export function denied({ userId }: Actor, workspaceId: string, action: Action): AppError {
  logSecurity('forbidden', { person: userId, workspace: workspaceId, what: action })
  return new AppError('forbidden')
}

/**
 * Gives the role and the person if the actor may do this in the workspace.
 * @param client of the transaction that then does it, so that a member removed in between is not served
 * @throws AppError `not-found` for foreign and absent workspaces alike (`login-required` if the session is over), `forbidden` if
 * the role does not include the action
 */
export async function requireMember(
  client: DatabaseClient,
  actor: Actor,
  workspaceId: string,
  action: Action,
): Promise<{ readonly role: Role; readonly userId: string }> {
  const role = await findRole(client, actor, workspaceId)
  if (!role || actor.userId === null) throw closedTo(actor)
  if (!may(role, action)) throw denied(actor, workspaceId, action)
  return { role, userId: actor.userId }
}
