/** What rounds and the Maßnahmenplan say to each other: what became of a measure, and what was not planned and why. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { findQuestionnaire } from '../assessments/content'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { changeMeasureIn } from './change-measure'
import { compareMeasures, isOpen } from './due'
import * as repository from './repository'
import type { Status } from './schema'
import { toViews } from './to-view'
import type { MeasureView, NotPlanned } from './types'

/**
 * Gives the measures whose state a round asks for: open ones from before its beginning that nobody spoke of in it yet.
 * @returns none for a closed round
 * @throws AppError `not-found` for a round of another workspace too
 */
export async function askedMeasures(
  actor: Actor,
  workspaceId: string,
  roundId: string,
  now: Date,
): Promise<{ readonly roundName: string; readonly measures: readonly MeasureView[] }> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const round = await repository.findRound(client, workspaceId, roundId)
    if (!round) throw new AppError('not-found')
    if (round.status !== 'offen') return { roundName: round.name, measures: [] }
    const earlier = (await repository.findMeasures(client, workspaceId)).filter(
      (one) => isOpen(one.fields) && one.round?.id !== roundId && one.createdAt < round.createdAt,
    )
    const changes = await repository.findChanges(
      client,
      earlier.map(({ id }) => id),
    )
    const answered = (id: string) => changes.get(id)?.some(({ before }) => before?.askedBy === roundId) ?? false
    const asked = earlier.filter(({ id }) => !answered(id))
    return { roundName: round.name, measures: (await toViews(client, asked, now)).toSorted(compareMeasures) }
  })
}

/**
 * Says in a round what became of a measure; also „as before“ is an answer and is noted.
 * @throws AppError `not-found`, `round-closed`, `wrong-version`, `conflict` with the fields that somebody else changed too
 */
export async function answerForRound(
  actor: Actor,
  workspaceId: string,
  sent: {
    readonly measure: string
    readonly runde: string
    readonly status: Status
    readonly reason: string
    readonly note: string
    readonly version: number
  },
  now: Date,
): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'measure.edit')
      const round = await repository.findRound(client, workspaceId, sent.runde)
      const stored = await repository.findMeasure(client, workspaceId, sent.measure)
      if (!round || !stored) throw new AppError('not-found')
      if (round.status !== 'offen') throw new AppError('round-closed')
      const shown = await repository.findFieldsAt(client, stored, sent.version)
      const { status, reason, note, version } = sent
      const edit = { fields: { ...shown, status, reason, note }, version, askedBy: round.id }
      await changeMeasureIn(client, { workspaceId, id: stored.id }, edit, { actorId: userId, now })
    }),
  )
}

/** A recommendation of a version that may have been removed from the installation keeps its id as its title. */
function titleOf(round: { questionnaireId: string; questionnaireVersion: string }, measureId: string): string {
  return findQuestionnaire(round)?.measureById.get(measureId)?.title ?? measureId
}

/** Gives the recommendations that the rounds of a workspace said „nicht vorgesehen“ to, with the reasons, latest first. */
export async function listNotPlanned(actor: Actor, workspaceId: string): Promise<NotPlanned[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const rows = await repository.findNotPlanned(client, workspaceId)
    return rows.map(({ measureId, reason, updatedAt, assessment }) => ({
      roundId: assessment.id,
      roundName: assessment.name,
      measureId,
      title: titleOf(assessment, measureId),
      reason,
      at: updatedAt,
    }))
  })
}
