/** New measures: taken over from a recommendation of a round, or entered freely. All failures are AppErrors. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { questionnaireOf } from '../assessments/content'
import { storeDecision } from '../assessments/repository'
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import type { Measure } from '../questionnaire/schema'
import { changeMeasureIn, subjectOf } from './change-measure'
import * as repository from './repository'
import type { MeasureFields } from './schema'
import { toViews } from './to-view'
import type { MeasureView } from './types'

/** A recommendation of a round. */
export interface Origin {
  readonly roundId: string
  readonly measureId: string
}

const emptyFields: MeasureFields = {
  title: '',
  factorId: '',
  lead: '',
  partners: '',
  dueOn: null,
  status: 'geplant',
  reason: '',
  resolvedOn: null,
  resolutionNumber: '',
  costClass: '',
  effort: '',
  note: '',
}

/** What a form for a measure of the town's own begins with. */
export const freeMeasure = emptyFields

/** The round and the recommendation as its questionnaire words it. @throws AppError `not-found` */
async function findOrigin(client: DatabaseClient, workspaceId: string, { roundId, measureId }: Origin) {
  const round = await repository.findRound(client, workspaceId, roundId)
  const questionnaire = round && questionnaireOf(round)
  const measure = questionnaire?.measureById.get(measureId)
  const factor = measure && questionnaire?.factorById.get(measure.factor)
  if (!round || !measure || !factor) throw new AppError('not-found')
  const subjectId = factor.subject === 'quartier' ? (round.places[0]?.placeId ?? '') : ''
  return { round, measure, subjectId }
}

const prefilled = ({ title, factor, lead, cost, effort }: Measure): MeasureFields => ({
  ...emptyFields,
  title,
  factorId: factor,
  lead,
  costClass: cost,
  effort,
})

/** Gives what a form for a recommendation begins with, and the measures that came from it already. */
export async function prefillMeasure(
  actor: Actor,
  workspaceId: string,
  origin: Origin,
  now: Date,
): Promise<{ readonly fields: MeasureFields; readonly roundName: string; readonly existing: readonly MeasureView[] }> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const { round, measure } = await findOrigin(client, workspaceId, origin)
    const same = (await repository.findMeasures(client, workspaceId)).filter((one) => one.contentMeasureId === measure.id)
    return { fields: prefilled(measure), roundName: round.name, existing: await toViews(client, same, now) }
  })
}

/**
 * Puts a measure into the plan. A recommendation nobody decided about yet counts as taken over in its round, while that is open.
 * @param id from the rendered form: sent a second time, the same form changes its measure instead of making another
 * @throws AppError `unknown-option` for an unknown factor
 */
export async function createMeasure(
  actor: Actor,
  workspaceId: string,
  given: { readonly id: string; readonly fields: MeasureFields; readonly origin: Origin | null },
  now: Date,
): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'measure.edit')
      const by = { actorId: userId, now }
      const { id, fields, origin } = given
      if (await repository.measureExists(client, id)) {
        await changeMeasureIn(client, { workspaceId, id }, { fields, version: 1 }, by)
        return
      }
      if (!origin) {
        const subjectId = await subjectOf(client, workspaceId, fields.factorId)
        await repository.createMeasure(
          client,
          { workspaceId, id, subjectId, assessmentId: null, contentMeasureId: '' },
          fields,
          by,
        )
        return
      }
      const { round, measure, subjectId } = await findOrigin(client, workspaceId, origin)
      const place = { workspaceId, id, subjectId, assessmentId: round.id, contentMeasureId: measure.id }
      await repository.createMeasure(client, place, { ...fields, factorId: measure.factor }, by)
      const decided = round.decisions.some(({ measureId }) => measureId === measure.id)
      if (round.status === 'offen' && !decided) {
        const decision = { assessmentId: round.id, measureId: measure.id, subjectId }
        await storeDecision(client, decision, { decision: 'uebernehmen', reason: '' }, now)
      }
    }),
  )
}
