/** Who belongs to a workspace, and changing that. All failures are AppErrors. */
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import type { Actor } from './actor'
import { requireMember } from './guard'
import { may, type Role } from './permissions'
import { findMembers, findWorkspaces, type Member, removeMembership, storeMembership, type WorkspaceSummary } from './repository'
import { revokeInvitations } from './repository-invitations'

/** Gives the workspaces of the person who is signed in; none without a session. */
export async function listWorkspaces({ userId }: Actor): Promise<WorkspaceSummary[]> {
  return userId === null ? [] : await withDatabase(({ client }) => findWorkspaces(client, userId))
}

/** Gives the members of a workspace. @throws AppError `not-found` */
export async function listMembers(actor: Actor, workspaceId: string): Promise<Member[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'member.read')
    return await findMembers(client, workspaceId)
  })
}

/**
 * Checks that a member may be removed or become something else.
 * @param becomes the new role; null if the membership ends
 * @throws AppError `not-found` if the person is no member, `last-coordinator` if nobody would coordinate afterwards
 */
async function requireReplaceable(
  client: DatabaseClient,
  place: { workspaceId: string; userId: string },
  becomes: Role | null,
): Promise<void> {
  const members = await findMembers(client, place.workspaceId)
  if (!members.some(({ userId }) => userId === place.userId)) throw new AppError('not-found')
  const coordinators = members.filter(({ userId, role }) => role === 'koordination' && userId !== place.userId)
  if (coordinators.length === 0 && becomes !== 'koordination') throw new AppError('last-coordinator')
}

/** Ends a membership, and with it the open invitations the person made out: none of them may lead back in. */
async function endMembership(client: DatabaseClient, place: { workspaceId: string; userId: string }, now: Date): Promise<void> {
  await requireReplaceable(client, place, null)
  await removeMembership(client, place)
  await revokeInvitations(client, { kind: 'invitation', createdById: place.userId, workspaceId: place.workspaceId }, now)
}

/**
 * Gives a member another role. Who may no longer invite has no open invitations either.
 * @throws AppError `not-found`, `forbidden` or `last-coordinator`
 */
export async function changeRole(actor: Actor, workspaceId: string, userId: string, role: Role, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireMember(client, actor, workspaceId, 'member.manage')
      await requireReplaceable(client, { workspaceId, userId }, role)
      await storeMembership(client, { workspaceId, userId }, role, now)
      if (!may(role, 'member.manage')) {
        await revokeInvitations(client, { kind: 'invitation', createdById: userId, workspaceId }, now)
      }
    }),
  )
  logSecurity('role-changed', { person: actor.userId, about: userId, workspace: workspaceId, what: role })
}

/**
 * Removes a member; what they did stays. Their access ends at once, and so do the open invitations they made out.
 * @throws AppError `not-found`, `forbidden`, `last-coordinator`
 */
export async function removeMember(actor: Actor, workspaceId: string, userId: string, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireMember(client, actor, workspaceId, 'member.manage')
      await endMembership(client, { workspaceId, userId }, now)
    }),
  )
  logSecurity('member-removed', { person: actor.userId, about: userId, workspace: workspaceId })
}

/** Leaves a workspace; the open invitations one made out end. @throws AppError `not-found` or `last-coordinator` */
export async function leaveWorkspace(actor: Actor, workspaceId: string, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'workspace.leave')
      await endMembership(client, { workspaceId, userId }, now)
    }),
  )
  logSecurity('member-left', { person: actor.userId, workspace: workspaceId })
}
