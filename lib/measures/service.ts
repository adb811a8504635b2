/**
 * What pages and Route Handlers may do with the Maßnahmenplan of a workspace. Each call checks what the actor may do there:
 * a foreign and an absent workspace or measure give the same `not-found`, a member's role may give `forbidden`. All failures
 * are AppErrors.
 */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { changeMeasureIn, type Edit, mergeWithStored } from './change-measure'
import { compareMeasures } from './due'
import { doneDay, measureHistory } from './history'
import * as repository from './repository'
import { toViews } from './to-view'
import type { EditConflict, HistoryEntry, MeasureView } from './types'

/** Gives all measures of a workspace: open ones first, by their day. */
export async function listMeasures(actor: Actor, workspaceId: string, now: Date): Promise<MeasureView[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const stored = await repository.findMeasures(client, workspaceId)
    return (await toViews(client, stored, now)).toSorted(compareMeasures)
  })
}

/** Gives one measure with its history, latest change first. */
export async function readMeasure(
  actor: Actor,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<{ readonly measure: MeasureView; readonly history: readonly HistoryEntry[] }> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const stored = await repository.findMeasure(client, workspaceId, id)
    if (!stored) throw new AppError('not-found')
    const changes = await repository.findChanges(client, [id])
    const [measure] = await toViews(client, [stored], now)
    return { measure: measure!, history: measureHistory(stored.fields, changes.get(id) ?? []) }
  })
}

/**
 * Changes a measure. What others changed in other fields meanwhile stays; where both changed the same, nothing is saved.
 * @returns the version that is stored then
 * @throws AppError `wrong-version`, `unknown-option` for an unknown factor, `conflict` with the fields that both changed
 */
export async function changeMeasure(actor: Actor, workspaceId: string, id: string, edit: Edit, now: Date): Promise<number> {
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'measure.edit')
      return await changeMeasureIn(client, { workspaceId, id }, edit, { actorId: userId, now })
    }),
  )
}

/** Gives both versions of a refused edit, or null if it could be saved now. */
export async function readConflict(
  actor: Actor,
  workspaceId: string,
  id: string,
  edit: Edit,
  now: Date,
): Promise<EditConflict | null> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const stored = await repository.findMeasure(client, workspaceId, id)
    if (!stored) throw new AppError('not-found')
    const { merged, conflicts } = await mergeWithStored(client, stored, edit)
    if (conflicts.length === 0) return null
    const [view] = await toViews(client, [stored], now)
    return { fields: conflicts, stored: view!, mine: merged }
  })
}

/**
 * Gives the measures that are done and became so from one day to another, both included, by that day. For the comparison of
 * two rounds.
 * @param from the first day, `2024-11-23`; @param to the last day
 */
export async function measuresDoneBetween(
  actor: Actor,
  workspaceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly title: string; readonly factorId: string; readonly doneOn: string }[]> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'measure.read')
    const done = (await repository.findMeasures(client, workspaceId)).filter(({ fields }) => fields.status === 'erledigt')
    const changes = await repository.findChanges(
      client,
      done.map(({ id }) => id),
    )
    const found = done.flatMap(({ id, fields }) => {
      const doneOn = doneDay(fields, changes.get(id) ?? [])
      return doneOn !== null && doneOn >= from && doneOn <= to ? [{ title: fields.title, factorId: fields.factorId, doneOn }] : []
    })
    return found.toSorted(
      (a, b) => (a.doneOn < b.doneOn ? -1 : Number(a.doneOn > b.doneOn)) || a.title.localeCompare(b.title, 'de'),
    )
  })
}
