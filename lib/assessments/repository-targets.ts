/** What a workspace aims at, as one of its rounds sees it. */
import type { DatabaseClient } from '../db'
import { isSamePlaceName } from '../questionnaire/place-name'
import type { SetTarget } from '../recommendations/types'

interface RoundRow {
  readonly workspaceId: string | null
  readonly workspace: { readonly targets: readonly (SetTarget & { factorId: string; subjectId: string })[] } | null
  readonly places: readonly { readonly placeId: string; readonly name: string }[]
}

/** The names that rounds of a workspace give to Quartiere. */
async function findNames(client: DatabaseClient, workspaceId: string, placeIds: string[]) {
  const where = { placeId: { in: placeIds }, assessment: { workspaceId } }
  return await client.assessmentPlace.findMany({ where, select: { placeId: true, name: true }, orderBy: { placeId: 'asc' } })
}

/**
 * Gives the targets for the Kommune and for the Quartier that a round speaks of, by factor id. A Quartier of the same name is the
 * same, also where a check that was taken over brought an id of its own (V1).
 */
export async function targetsOfRound(
  client: DatabaseClient,
  { workspaceId, workspace, places: [own] }: RoundRow,
): Promise<Readonly<Record<string, SetTarget>>> {
  if (workspaceId === null || !workspace) return {}
  const { targets } = workspace
  const others = targets.map(({ subjectId }) => subjectId).filter((id) => id !== '' && id !== own?.placeId)
  const named = others.length === 0 ? [] : await findNames(client, workspaceId, others)
  const same = named.filter(({ name }) => isSamePlaceName(name, own?.name ?? '')).map(({ placeId }) => placeId)
  // The later entry of two for one factor stays: what was set under the round's own id.
  const byCloseness = ['', ...same, own?.placeId].flatMap((id) => targets.filter(({ subjectId }) => subjectId === id))
  return Object.fromEntries(byCloseness.map(({ factorId, value, reason, dueOn }) => [factorId, { value, reason, dueOn }]))
}
