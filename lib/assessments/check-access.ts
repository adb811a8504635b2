import type { Actor } from '../accounts/actor'
import { requireAccess } from './repository-access'
import { withDatabase } from './with-database'

/**
 * Resolves if the actor may open an assessment.
 * @throws AppError `not-found` for foreign and absent assessments alike
 */
export async function checkAccess(actor: Actor, id: string, now: Date): Promise<void> {
  await withDatabase(async ({ client }) => await requireAccess(client, actor, id, 'round.read', now))
}
