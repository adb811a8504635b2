/** Rounds with all that a comparison needs, in two queries however many there are. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { findRoundViews } from '../assessments/repository'
import type { AssessmentView } from '../assessments/types'

/** A round as it is stored; `closed` is null while it is open, `view` while it is closed. */
export interface StoredRound {
  readonly id: string
  readonly name: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly createdAt: Date
  readonly closed: { readonly payload: string; readonly hash: string; readonly closedAt: Date } | null
  readonly view: AssessmentView | null
}

/**
 * Gives rounds of a workspace, in no order.
 * @param ids only these, if given; those of other workspaces are not found
 */
export async function findStoredRounds(
  client: DatabaseClient,
  workspaceId: string,
  ids?: readonly string[],
): Promise<StoredRound[]> {
  const where = ids ? { workspaceId, id: { in: [...ids] } } : { workspaceId }
  // Open ones first: a round that is closed between the two queries is found twice then, not missed.
  const open = await findRoundViews(client, { ...where, status: 'offen' })
  const rows = await client.assessment.findMany({
    where: { ...where, status: 'abgeschlossen' },
    select: {
      id: true,
      name: true,
      periodFrom: true,
      periodTo: true,
      createdAt: true,
      snapshots: { select: { payload: true, hash: true, closedAt: true }, orderBy: { revision: 'desc' }, take: 1 },
    },
  })
  const closed = new Set(rows.map(({ id }) => id))
  return [
    ...rows.map(({ snapshots, ...row }) => ({ ...row, closed: snapshots[0] ?? null, view: null })),
    ...open.flatMap((view) => {
      const { id, round, createdAt } = view
      return round && !closed.has(id) ? [{ ...round, id, createdAt, closed: null, view }] : []
    }),
  ]
}
