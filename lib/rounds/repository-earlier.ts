/** What was closed before a round. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { compareByTime } from './to-progress-round'

/**
 * Gives, of every round of a workspace that comes before one in time, the newest revision closed by a day, latest round first
 * (B1). Payloads are not read: there may be 40 of them.
 * @param at what was closed later does not exist yet
 */
export async function findClosedBefore(
  client: DatabaseClient,
  workspaceId: string,
  roundId: string,
  at: Date,
): Promise<{ readonly assessmentId: string; readonly revision: number }[]> {
  const rows = await client.assessment.findMany({
    where: { workspaceId },
    select: {
      id: true,
      periodFrom: true,
      createdAt: true,
      snapshots: { select: { revision: true }, where: { closedAt: { lte: at } }, orderBy: { revision: 'desc' }, take: 1 },
    },
  })
  const inOrder = rows.toSorted(compareByTime)
  const earlier = inOrder.slice(
    0,
    inOrder.findIndex(({ id }) => id === roundId),
  )
  return earlier.toReversed().flatMap(({ id, snapshots }) => snapshots.map(({ revision }) => ({ assessmentId: id, revision })))
}
