import { requireAccess } from './repository-keys'
import { withDatabase } from './with-database'

/**
 * Resolves if a browser may open an assessment.
 * @throws AppError `not-found` for foreign and absent assessments alike
 */
export async function checkAccess(key: string | null, id: string, now: Date): Promise<void> {
  await withDatabase(async ({ client }) => await requireAccess(client, key, id, now))
}
