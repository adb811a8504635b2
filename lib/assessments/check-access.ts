import type { Actor } from '../accounts/actor'
import { AppError } from '../errors'
import { questionnaireOf } from './content'
import { findQuestionnaireKey } from './repository'
import { requireAccess } from './repository-access'
import { withDatabase } from './with-database'

/** A page that an assessment has only if its questionnaire has such a thing. */
export interface PagePart {
  readonly kind: 'factor' | 'measure'
  readonly id: string
}

/**
 * Resolves if the actor may open an assessment, and its questionnaire has what the page is about.
 * @param part that the page is about, or null for a page that every assessment has
 * @throws AppError `not-found` for foreign and absent assessments and for unknown parts alike
 */
export async function checkAccess(actor: Actor, id: string, part: PagePart | null, now: Date): Promise<void> {
  await withDatabase(async ({ client }) => {
    await requireAccess(client, actor, id, 'round.read', now)
    if (part === null) return
    const { factorById, measureById } = questionnaireOf(await findQuestionnaireKey(client, id))
    if (!(part.kind === 'factor' ? factorById : measureById).has(part.id)) throw new AppError('not-found')
  })
}
