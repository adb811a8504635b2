/** Short ways to a measure in the scene of the rounds. */
import type { Actor } from '@/lib/accounts/actor'
import { newId } from '@/lib/assessments/secret'
import { createMeasure, type Origin } from '@/lib/measures/create-service'
import type { MeasureFields } from '@/lib/measures/schema'
import { changeMeasure, readMeasure } from '@/lib/measures/service'
import { measureFields } from '../../factories/measure'
import { now } from '../setup/installation'

/** Puts a measure into the plan and gives its id. */
export async function add(
  actor: Actor,
  workspaceId: string,
  given: Partial<MeasureFields> = {},
  { origin = null, at = now }: { origin?: Origin | null; at?: Date } = {},
): Promise<string> {
  const id = newId()
  await createMeasure(actor, workspaceId, { id, fields: measureFields(given), origin }, at)
  return id
}

/** Changes some fields of a measure as it is now. */
export async function edit(
  actor: Actor,
  workspaceId: string,
  id: string,
  given: Partial<MeasureFields>,
  at = now,
): Promise<number> {
  const { measure } = await readMeasure(actor, workspaceId, id, at)
  const fields = measureFields(Object.fromEntries(Object.keys(measureFields()).map((name) => [name, measure[name as 'title']])))
  return await changeMeasure(actor, workspaceId, id, { fields: { ...fields, ...given }, version: measure.version }, at)
}
