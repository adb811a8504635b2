/** One change of a measure inside a transaction. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { currentFactor } from './factor-names'
import { differingFields, type Merge, mergeEdit } from './merge-edit'
import { findFieldsAt, findLatestPlace, findMeasure, storeMeasure, type StoredMeasure } from './repository'
import type { FieldName, MeasureFields } from './schema'

/** An edit as it was sent. */
export interface Edit {
  readonly fields: MeasureFields
  /** The version the form was shown with. */
  readonly version: number
  /** Fields in which the person chose what is stored, after having seen both. */
  readonly keep?: readonly FieldName[]
  /** The round that asked; its answer is noted even if nothing changed. */
  readonly askedBy?: string
}

/** Brings an edit together with what is stored. @throws AppError `wrong-version` for a version that never was */
export async function mergeWithStored(client: DatabaseClient, stored: StoredMeasure, edit: Edit): Promise<Merge> {
  const shown = await findFieldsAt(client, stored, edit.version)
  // The factor of a recommendation is not the town's to choose.
  const factorId = stored.contentMeasureId === '' ? edit.fields.factorId : stored.fields.factorId
  return mergeEdit(shown, stored.fields, { ...edit.fields, factorId })
}

/**
 * Gives the Quartier that a measure of a factor belongs to; empty for the Kommune.
 * @throws AppError `unknown-option` for a factor that the newest questionnaire does not have
 */
export async function subjectOf(client: DatabaseClient, workspaceId: string, factorId: string): Promise<string> {
  const factor = currentFactor(factorId)
  if (!factor) throw new AppError('unknown-option', { fields: [{ field: 'factorId', code: 'unknown-option' }] })
  return factor.subject === 'quartier' ? await findLatestPlace(client, workspaceId) : ''
}

/**
 * Stores an edit. Nothing that somebody else wrote in the meantime is overwritten.
 * @returns the version that is stored then; the old one if there was nothing to change
 * @throws AppError `not-found`, `wrong-version`, `unknown-option`, `conflict` with the fields that both changed
 */
export async function changeMeasureIn(
  client: DatabaseClient,
  place: { readonly workspaceId: string; readonly id: string },
  edit: Edit,
  by: { readonly actorId: string; readonly now: Date },
): Promise<number> {
  const stored = await findMeasure(client, place.workspaceId, place.id)
  if (!stored) throw new AppError('not-found')
  const { merged, conflicts } = await mergeWithStored(client, stored, edit)
  const { keep = [], askedBy } = edit
  const open = conflicts.filter((field) => !keep.includes(field))
  if (open.length > 0) throw new AppError('conflict', { fields: open.map((field) => ({ field, code: 'conflict' })) })
  const kept = keep.filter((field) => merged[field] !== stored.fields[field])
  const pick = (from: MeasureFields) => Object.fromEntries(kept.map((field) => [field, from[field]]))
  const fields: MeasureFields = { ...merged, ...pick(stored.fields) }
  const same = differingFields(fields, stored.fields).length === 0
  if (same && kept.length === 0 && askedBy === undefined) return stored.version
  const moved = fields.factorId !== stored.fields.factorId
  const subjectId = moved ? await subjectOf(client, place.workspaceId, fields.factorId) : stored.subjectId
  const version = stored.version + 1
  const before = {
    fields: stored.fields,
    ...(kept.length > 0 ? { setAside: pick(merged) } : {}),
    ...(askedBy ? { askedBy } : {}),
  }
  await storeMeasure(client, { id: stored.id, version, subjectId }, fields, before, by)
  return version
}
