/** A measure of the Maßnahmenplan and the targets: agreed on, followed over the years. */
import { readAssessment } from '@/lib/assessments/service'
import { newId } from '@/lib/assessments/secret'
import { questionnaireOf } from '@/lib/assessments/content'
import { createMeasure, freeMeasure, prefillMeasure } from '@/lib/measures/create-service'
import { answerForRound } from '@/lib/measures/round-service'
import { fieldNames, type MeasureFields, newMeasureSchema } from '@/lib/measures/schema'
import { changeMeasure, readMeasure } from '@/lib/measures/service'
import { setTarget } from '@/lib/targets/service'
import type { Demo, DemoMeasure } from './demo-schema'
import { type Event, needed, type Scene, speakers, timeOf } from './scene'

type Said = { readonly [Name in keyof MeasureFields]?: MeasureFields[Name] | undefined }

/** The fields of a measure that something speaks of. */
const fieldsIn = (said: Said): Partial<MeasureFields> =>
  Object.fromEntries(fieldNames.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])))

/** By the rules of the form: what a person could not enter, the demonstration does not show. */
const asTyped = (fields: MeasureFields): MeasureFields => ({ ...fields, ...fieldsIn(newMeasureSchema.parse(fields)) })

async function create(scene: Scene, id: string, measure: DemoMeasure, now: Date): Promise<void> {
  const actor = needed(scene.actors[measure.by], measure.by)
  const { round, recommendation, title = '', factor = '' } = measure
  const origin =
    round === undefined || recommendation === undefined
      ? null
      : { roundId: needed(scene.rounds.get(round), round), measureId: recommendation }
  const start = origin
    ? (await prefillMeasure(actor, scene.workspaceId, origin, now)).fields
    : { ...freeMeasure, title, factorId: factor }
  const fields = asTyped({ ...start, ...fieldsIn(measure) })
  await createMeasure(actor, scene.workspaceId, { id, fields, origin }, now)
}

async function change(scene: Scene, id: string, said: DemoMeasure['changes'][number], now: Date): Promise<void> {
  const { by, askedIn } = said
  const actor = needed(scene.actors[by], by)
  const { measure } = await readMeasure(actor, scene.workspaceId, id, now)
  const fields = asTyped({ ...freeMeasure, ...fieldsIn(measure), ...fieldsIn(said) })
  const { version } = measure
  if (askedIn === undefined) {
    await changeMeasure(actor, scene.workspaceId, id, { fields, version }, now)
    return
  }
  const { status, reason, note } = fields
  const runde = needed(scene.rounds.get(askedIn), askedIn)
  await answerForRound(actor, scene.workspaceId, { measure: id, runde, status, reason, note, version }, now)
}

/** Gives what became of a measure, in no order. */
export function measureEvents(measure: DemoMeasure): Event[] {
  const id = newId()
  return [
    { at: timeOf(measure.created, 13), run: (scene, now) => create(scene, id, measure, now) },
    ...measure.changes.map((one): Event => ({ at: timeOf(one.on, 14), run: (scene, now) => change(scene, id, one, now) })),
  ]
}

/** Gives the event in which the town says what it aims at. */
export function targetEvent({ on, factor, value, dueOn, reason }: Demo['targets'][number]): Event {
  return {
    at: timeOf(on, 15),
    run: async (scene, now) => {
      const { town } = speakers(scene)
      const ofQuartier = questionnaireOf().factorById.get(factor)?.subject === 'quartier'
      const latest = needed([...scene.rounds.values()].at(-1), 'a round')
      const place = ofQuartier ? (await readAssessment(town, latest, now)).place : null
      const target = { factorId: factor, subjectId: place?.id ?? '' }
      await setTarget(town, scene.workspaceId, target, { value, reason, dueOn }, { shown: 0, now })
    },
  }
}
