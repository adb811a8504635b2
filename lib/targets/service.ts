/**
 * What pages and Route Handlers may do with the targets of a workspace. Each call checks what the actor may do there: a foreign
 * and an absent workspace give the same `not-found`, a member's role may give `forbidden`. All failures are AppErrors.
 */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { findQuestionnaire, questionnaireOf } from '../assessments/content'
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import type { Factor } from '../questionnaire/schema'
import type { SetTarget } from '../recommendations/types'
import { findNewestVersion, findTarget, findTargets, hasPlace, storeTarget } from './repository'
import type { StoredTarget, TargetPlace } from './types'

/** Gives the targets that a workspace has set; every other factor aims at 75. */
export async function listTargets(actor: Actor, workspaceId: string): Promise<StoredTarget[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.read')
    return await findTargets(client, workspaceId)
  })
}

/** The factor as the newest round asks about it, or else as the newest questionnaire does. */
async function findFactor(client: DatabaseClient, workspaceId: string, factorId: string): Promise<Factor | null> {
  const version = await findNewestVersion(client, workspaceId)
  const questionnaires = [version && findQuestionnaire(version), questionnaireOf()]
  return questionnaires.map((one) => one?.factorById.get(factorId)).find((factor) => factor !== undefined) ?? null
}

const isSame = (a: SetTarget, b: SetTarget) => a.value === b.value && a.reason === b.reason && a.dueOn === b.dueOn

/**
 * Sets the target of a factor. Saving what is stored already changes nothing.
 * @param shown the version the form was shown with; 0 where nothing was stored
 * @returns the version that is stored then
 * @throws AppError `unknown-option` for an unknown factor, `not-found` for a Quartier that no round of the workspace speaks of,
 * `conflict` if somebody else has changed the target in between
 */
export async function setTarget(
  actor: Actor,
  workspaceId: string,
  place: TargetPlace,
  target: SetTarget,
  { shown, now }: { readonly shown: number; readonly now: Date },
): Promise<number> {
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireMember(client, actor, workspaceId, 'target.edit')
      const factor = await findFactor(client, workspaceId, place.factorId)
      if (!factor) throw new AppError('unknown-option', { fields: [{ field: 'factor', code: 'unknown-option' }] })
      const ofPlace = factor.subject === 'quartier'
      if (ofPlace ? !(await hasPlace(client, workspaceId, place.subjectId)) : place.subjectId !== '') {
        throw new AppError('not-found')
      }
      const stored = await findTarget(client, workspaceId, place)
      if (stored && isSame(stored, target)) return stored.version
      if ((stored?.version ?? 0) !== shown) {
        throw new AppError('conflict', { fields: [{ field: 'value', code: 'conflict' }] })
      }
      return await storeTarget(client, workspaceId, place, target, now)
    }),
  )
}
