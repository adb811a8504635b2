/** Reading an assessment for pages and files: a closed round always as it was closed. */
import type { Actor } from '../accounts/actor'
import { findRole } from '../accounts/guard'
import type { Role } from '../accounts/permissions'
import { readAssessment } from '../assessments/service'
import type { AssessmentView } from '../assessments/types'
import { withDatabase } from '../assessments/with-database'
import { viewOfSnapshot } from './closed-view'
import { readClosed } from './service'

/** When and as what a round was closed. */
export interface Closing {
  readonly closedAt: Date
  /** SHA-256 of what was closed, hex. */
  readonly hash: string
}

export interface CheckOrRound {
  readonly view: AssessmentView
  /** Null while the round is open, and without a workspace. */
  readonly closing: Closing | null
  /** Of the member who asks; null without a workspace. */
  readonly role: Role | null
}

/**
 * Gives an assessment; a closed round from its snapshot, whose hash is checked.
 * @throws AppError `not-found`, `database-corrupt` if the snapshot is not what was closed
 */
export async function readCheckOrRound(actor: Actor, id: string, now: Date): Promise<CheckOrRound> {
  const view = await readAssessment(actor, id, now)
  const { round } = view
  if (!round) return { view, closing: null, role: null }
  const role = await withDatabase(async ({ client }) => await findRole(client, actor, round.workspaceId))
  if (round.status !== 'abgeschlossen') return { view, closing: null, role }
  const { snapshot, closedAt, hash } = await readClosed(actor, id, round.revision, now)
  return { view: viewOfSnapshot(view, snapshot), closing: { closedAt, hash }, role }
}
