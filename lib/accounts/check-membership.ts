import { withDatabase } from '../assessments/with-database'
import type { Actor } from './actor'
import { requireMember } from './guard'

/** Resolves if the actor is a member of a workspace. @throws AppError `not-found` for foreign and absent ones alike, `login-required` */
export async function checkMembership(actor: Actor, workspaceId: string): Promise<void> {
  await withDatabase(async ({ client }) => await requireMember(client, actor, workspaceId, 'workspace.read'))
}
