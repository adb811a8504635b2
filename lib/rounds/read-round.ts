/** Reading an assessment for pages and files: a closed round always as it was closed. */
import type { Actor } from '../accounts/actor'
import { readAssessment } from '../assessments/service'
import type { AssessmentView } from '../assessments/types'
import { viewOfSnapshot } from './closed-view'
import { readClosed } from './service'

/** When and as what a round was closed. */
export interface Closing {
  readonly closedAt: Date
  /** SHA-256 of what was closed, hex. */
  readonly hash: string
}

/**
 * Gives an assessment; a closed round from its snapshot, whose hash is checked.
 * @throws AppError `not-found`, `database-corrupt` if the snapshot is not what was closed
 */
export async function readCheckOrRound(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ readonly view: AssessmentView; readonly closing: Closing | null }> {
  const view = await readAssessment(actor, id, now)
  if (view.round?.status !== 'abgeschlossen') return { view, closing: null }
  const { snapshot, closedAt, hash } = await readClosed(actor, id, view.round.revision, now)
  return { view: viewOfSnapshot(view, snapshot), closing: { closedAt, hash } }
}
