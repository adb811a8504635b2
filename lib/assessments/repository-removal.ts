/** Removing assessments with everything that speaks of them. */
import type { DatabaseClient } from '../db'
import { removeUnusedKeys } from './repository-keys'
import { removeRejectedInputs } from './repository-rejected-inputs'

/**
 * Removes an assessment: answers, history, decisions, picture and grants go with it by cascade; its places, refused forms and
 * the keys that opened nothing else are removed here.
 */
export async function removeAssessment(client: DatabaseClient, id: string): Promise<void> {
  const places = await client.assessmentPlace.findMany({ where: { assessmentId: id }, select: { placeId: true } })
  const grants = await client.keyGrant.findMany({ where: { assessmentId: id }, select: { keyId: true } })
  await client.assessment.delete({ where: { id } })
  await client.place.deleteMany({ where: { id: { in: places.map(({ placeId }) => placeId) }, assessments: { none: {} } } })
  await removeRejectedInputs(client, { assessmentId: id })
  await removeUnusedKeys(client, { keyIds: grants.map(({ keyId }) => keyId) })
}

/** Gives the ids of assessments without a workspace that were last used before a moment; a workspace keeps its rounds. */
export async function findUnusedSince(client: DatabaseClient, moment: Date): Promise<string[]> {
  const rows = await client.assessment.findMany({
    where: { workspaceId: null, lastSeenAt: { lt: moment } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
