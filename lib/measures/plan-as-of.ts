/** The Maßnahmenplan as it was at a moment, for the report of a round. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { isoDate } from '../report/format'
import type { DoneMeasure } from '../report/progress-types'
import type { PlanMeasure } from '../report/since-types'
import { isOpen, isOverdue } from './due'
import { factorNames } from './factor-names'
import { measureAsOf, statusSince } from './history'
import { findChanges, findMeasures, findPlaceNames } from './repository'

export interface PlanAsOf {
  readonly measures: readonly PlanMeasure[]
  readonly done: readonly DoneMeasure[]
  /** Who changed something in it up to then. */
  readonly actors: readonly string[]
}

/**
 * Gives the plan of a workspace as its history tells it (B2): what was entered later is not there, what was changed later is as
 * it was. Three queries, however many measures there are.
 */
export async function planAsOf(client: DatabaseClient, workspaceId: string, at: Date): Promise<PlanAsOf> {
  const stored = await findMeasures(client, workspaceId)
  const allChanges = await findChanges(
    client,
    stored.map(({ id }) => id),
  )
  const places = await findPlaceNames(
    client,
    stored.map(({ subjectId }) => subjectId),
  )
  const plan = stored.flatMap((measure) => {
    const then = measureAsOf(measure.fields, allChanges.get(measure.id) ?? [], at)
    if (!then) return []
    const { fields, changes } = then
    const { title, lead, dueOn, status, reason, resolvedOn, resolutionNumber, factorId } = fields
    const entry: PlanMeasure = {
      ...factorNames({ ...measure, fields }),
      id: measure.id,
      contentMeasureId: measure.contentMeasureId,
      place: places.get(measure.subjectId) ?? '',
      title,
      lead,
      dueOn,
      status,
      reason,
      resolvedOn,
      resolutionNumber,
      overdue: isOverdue(fields, isoDate(at)),
      endedOn: isOpen(fields) ? null : statusSince(fields, changes),
    }
    return [{ entry, factorId, actors: changes.flatMap(({ actor }) => actor ?? []) }]
  })
  return {
    measures: plan.map(({ entry }) => entry),
    done: plan.flatMap(({ entry: { title, status, endedOn }, factorId }) =>
      status === 'erledigt' && endedOn !== null ? [{ title, factorId, doneOn: endedOn }] : [],
    ),
    actors: [...new Set(plan.flatMap(({ actors }) => actors))],
  }
}
