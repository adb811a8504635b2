/** Who changed which answer when. All failures are AppErrors. */
import type { Actor } from '../accounts/actor'
import { questionnaireOf } from './content'
import { AppError } from '../errors'
import { type HistoryEntry, historyOf } from './answer-history'
import { findQuestionnaireKey } from './repository'
import { requireAccess } from './repository-access'
import { findAnswerRecords } from './repository-history'
import { withDatabase } from './with-database'

/** By question id, in the order of the questionnaire; latest first. Questions that were never answered are missing. */
export type FactorHistory = Readonly<Record<string, readonly HistoryEntry[]>>

/**
 * Gives the history of the answers of one factor.
 * @throws AppError `not-found` for foreign and absent assessments and for unknown factors alike
 */
export async function readHistory(actor: Actor, id: string, factorId: string, now: Date): Promise<FactorHistory> {
  return await withDatabase(async ({ client }) => {
    await requireAccess(client, actor, id, 'round.read', now)
    const key = await findQuestionnaireKey(client, id)
    const factor = questionnaireOf(key).factorById.get(factorId)
    if (!factor) throw new AppError('not-found')
    const records = await findAnswerRecords(
      client,
      id,
      factor.questions.map((question) => question.id),
    )
    const entries = factor.questions.flatMap((question) => {
      const record = records.get(question.id)
      return record ? [[question.id, historyOf(record.changes, record.current, key.questionnaireVersion)] as const] : []
    })
    return Object.fromEntries(entries)
  })
}
