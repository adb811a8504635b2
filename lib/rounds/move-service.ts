/** Bringing an open assessment, round or not, to the newest version of its questionnaire. */
import type { Actor } from '../accounts/actor'
import { pathToNewest } from '../assessments/content'
import { toFilledCheck } from '../assessments/filled-check'
import { findAssessment } from '../assessments/repository'
import { requireAccess } from '../assessments/repository-access'
import { storeMove } from '../assessments/repository-move'
import { removeRejectedInputs } from '../assessments/repository-rejected-inputs'
import { toContent } from '../assessments/stored-answer'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { migrateSheet } from '../questionnaire/migration/migrate-sheet'
import { addEvent } from './repository'

/**
 * Brings an open assessment to the newest version, in one transaction. What is taken over has to be confirmed; what is not, is
 * open and stands beside its question as it was. In a workspace this is for who may begin rounds.
 * @param version the one that the preview showed
 * @throws AppError `not-found`, `forbidden`, `round-closed`; `wrong-version` if there is no way to that version (any more)
 */
export async function moveToNewest(actor: Actor, id: string, version: string, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireAccess(client, actor, id, 'round.start', now)
      const view = await findAssessment(client, id)
      if (view.round?.status === 'abgeschlossen') throw new AppError('round-closed')
      const result = pathToNewest(view)
      if (!result.ok || result.path.to.version !== version) throw new AppError('wrong-version')
      const { from, to } = result.path
      const { profile, challenges, answers } = migrateSheet(result.path, toFilledCheck(view, { withPending: true }))
      const move = {
        from: from.version,
        version,
        contentHash: to.hash,
        profile,
        challenges,
        answers: answers.map(({ questionId, answer, carriedOver, ...notes }) => ({
          questionId,
          content: toContent(answer, notes),
          carriedOver,
        })),
        asked: new Set(to.questionById.keys()),
        measures: [...to.measureById.keys()],
      }
      await storeMove(client, id, move, { actorId: userId, now })
      // What was refused belonged to the earlier questions.
      await removeRejectedInputs(client, { assessmentId: id })
      if (!view.round || userId === null) return
      const reason = `${from.version} → ${version}`
      await addEvent(
        client,
        { assessmentId: id, kind: 'umgestellt', revision: view.round.revision, reason, actorId: userId },
        now,
      )
    }),
  )
}
