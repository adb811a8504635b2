/** Whole workspaces in the database, for the operator's command line. */
import type { DatabaseClient } from '../db'

/** Gives all workspaces with counts, by name. */
export async function findWorkspaceNames(client: DatabaseClient) {
  return await client.workspace.findMany({
    select: {
      id: true,
      name: true,
      createdAt: true,
      memberships: { select: { role: true } },
      _count: { select: { assessments: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

const person = { select: { name: true, email: true } }

/** Gives a workspace with everything in it except what opens it; null if there is none. */
export async function readWholeWorkspace(client: DatabaseClient, id: string) {
  return await client.workspace.findUnique({
    where: { id },
    include: {
      memberships: { include: { user: person } },
      targets: true,
      measures: { include: { changes: true } },
      assessments: {
        include: {
          places: true,
          responses: { include: { answers: true, changes: true } },
          decisions: true,
          snapshots: true,
          events: true,
        },
        orderBy: { createdAt: 'asc' },
      },
    },
  })
}

/** Removes a workspace whose rounds are gone; members, invitations, targets and measures go with it. */
export async function removeWorkspace(client: DatabaseClient, id: string): Promise<void> {
  await client.workspace.delete({ where: { id } })
}

/** Gives which of some persons belong to no workspace. */
export async function findPeopleWithoutWorkspace(client: DatabaseClient, ids: readonly string[]): Promise<string[]> {
  const rows = await client.user.findMany({ where: { id: { in: [...ids] }, memberships: { none: {} } }, select: { id: true } })
  return rows.map(({ id }) => id)
}
