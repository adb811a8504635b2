/** What new rounds take from their workspace. Callers have checked who asks. */
import { findWorkspace, storeWorkspaceProfile } from '../accounts/repository'
import { profileColumnSchema } from '../assessments/stored-json'
import type { DatabaseClient } from '../db'
import type { Profile } from '../questionnaire/questionnaire'

/** Gives the profile that new rounds of a workspace start with. */
export async function findWorkspaceProfile(client: DatabaseClient, workspaceId: string): Promise<Profile> {
  return profileColumnSchema.parse((await findWorkspace(client, workspaceId))?.profile ?? {})
}

/** Lets a workspace take from a round's profile what its own does not say yet. */
export async function completeWorkspaceProfile(client: DatabaseClient, workspaceId: string, round: Profile): Promise<void> {
  const found = await findWorkspace(client, workspaceId)
  if (!found) return
  const profile = { ...round, ...profileColumnSchema.parse(found.profile) }
  await storeWorkspaceProfile(client, workspaceId, { name: found.name, profile })
}

/** Gives the named Quartiere of a workspace's rounds, each once under its latest name, the latest round's first. */
export async function findPlaces(client: DatabaseClient, workspaceId: string): Promise<{ id: string; name: string }[]> {
  const rows = await client.assessmentPlace.findMany({
    where: { assessment: { workspaceId }, name: { not: '' } },
    select: { placeId: true, name: true },
    orderBy: [{ assessment: { periodFrom: { sort: 'desc', nulls: 'last' } } }, { assessment: { createdAt: 'desc' } }],
  })
  const latest = new Map<string, string>()
  for (const { placeId, name } of rows) if (!latest.has(placeId)) latest.set(placeId, name)
  return [...latest].map(([id, name]) => ({ id, name }))
}

/** Gives the targets that a workspace has set for the Kommune and a Quartier, by factor. */
export async function findTargets(client: DatabaseClient, workspaceId: string, subjectIds: readonly string[]) {
  const rows = await client.target.findMany({
    where: { workspaceId, subjectId: { in: [...subjectIds] } },
    select: { factorId: true, value: true, dueOn: true },
  })
  return Object.fromEntries(rows.map(({ factorId, ...target }) => [factorId, target]))
}
