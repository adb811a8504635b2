/** Measures of a workspace in the database. Callers have checked who asks. */
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import type { StoredChange } from './history'
import { type ChangeColumn, changeColumnSchema, type MeasureFields, measureFieldsSchema } from './schema'

const asked = {
  assessment: { select: { id: true, name: true, questionnaireId: true, questionnaireVersion: true } },
} as const

const fieldsOf = (row: Record<keyof MeasureFields, unknown>): MeasureFields =>
  measureFieldsSchema.parse(Object.fromEntries(measureFieldsSchema.keyof().options.map((name) => [name, row[name]])))

async function findRows(client: DatabaseClient, where: { workspaceId: string; id?: string }) {
  return await client.measure.findMany({ where, include: asked })
}

export interface StoredMeasure {
  readonly id: string
  readonly fields: MeasureFields
  readonly subjectId: string
  readonly contentMeasureId: string
  readonly round: Awaited<ReturnType<typeof findRows>>[number]['assessment']
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

const toStored = (row: Awaited<ReturnType<typeof findRows>>[number]): StoredMeasure => ({
  id: row.id,
  fields: fieldsOf(row),
  subjectId: row.subjectId,
  contentMeasureId: row.contentMeasureId,
  round: row.assessment,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

/** Gives all measures of a workspace. */
export async function findMeasures(client: DatabaseClient, workspaceId: string): Promise<StoredMeasure[]> {
  return (await findRows(client, { workspaceId })).map(toStored)
}

/** Gives one measure of a workspace, or null. */
export async function findMeasure(client: DatabaseClient, workspaceId: string, id: string): Promise<StoredMeasure | null> {
  const [row] = await findRows(client, { workspaceId, id })
  return row ? toStored(row) : null
}

/** True if any workspace has a measure of this id. */
export async function measureExists(client: DatabaseClient, id: string): Promise<boolean> {
  return (await client.measure.count({ where: { id } })) > 0
}

/** Gives the changes of measures by id, by rising version. */
export async function findChanges(client: DatabaseClient, ids: readonly string[]): Promise<Map<string, StoredChange[]>> {
  const rows = await client.measureChange.findMany({
    where: { measureId: { in: [...ids] } },
    select: { measureId: true, version: true, before: true, at: true, actor: { select: { name: true } } },
    orderBy: [{ measureId: 'asc' }, { version: 'asc' }],
  })
  const changes = new Map<string, StoredChange[]>(ids.map((id) => [id, []]))
  for (const { measureId, version, before, at, actor } of rows) {
    const column = before === null ? null : changeColumnSchema.parse(before)
    changes.get(measureId)?.push({ version, before: column, at, actor: actor?.name ?? null })
  }
  return changes
}

/** Gives a measure as a version of it was. @throws AppError `wrong-version` for a version that never was */
export async function findFieldsAt(client: DatabaseClient, stored: StoredMeasure, version: number): Promise<MeasureFields> {
  if (version < 1 || version > stored.version) throw new AppError('wrong-version')
  if (version === stored.version) return stored.fields
  // The history is append-only and complete: what the next change found is what was there.
  const next = await client.measureChange.findUniqueOrThrow({
    where: { measureId_version: { measureId: stored.id, version: version + 1 } },
    select: { before: true },
  })
  return changeColumnSchema.parse(next.before).fields
}

export interface Place {
  readonly workspaceId: string
  readonly id: string
  readonly subjectId: string
}

/** Stores a new measure and the beginning of its history. */
export async function createMeasure(
  client: DatabaseClient,
  place: Place & { readonly assessmentId: string | null; readonly contentMeasureId: string },
  fields: MeasureFields,
  by: { readonly actorId: string; readonly now: Date },
): Promise<void> {
  await client.measure.create({
    data: {
      ...place,
      ...fields,
      createdAt: by.now,
      updatedAt: by.now,
      changes: { create: { version: 1, actorId: by.actorId, at: by.now } },
    },
  })
}

/** Stores a changed measure, and in its history what it was before. */
export async function storeMeasure(
  client: DatabaseClient,
  { id, version, subjectId }: { readonly id: string; readonly version: number; readonly subjectId: string },
  fields: MeasureFields,
  before: ChangeColumn,
  by: { readonly actorId: string; readonly now: Date },
): Promise<void> {
  await client.measure.update({ where: { id }, data: { ...fields, subjectId, version, updatedAt: by.now } })
  // Parsed again: a key that says `undefined` is no JSON, and the client refuses it.
  const column = JSON.parse(JSON.stringify(changeColumnSchema.parse(before))) as object
  await client.measureChange.create({ data: { measureId: id, version, before: column, actorId: by.actorId, at: by.now } })
}

/** Gives the names of Quartiere by id, as the latest round names them. */
export async function findPlaceNames(client: DatabaseClient, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await client.assessmentPlace.findMany({
    where: { placeId: { in: [...new Set(ids)].filter((id) => id !== '') } },
    select: { placeId: true, name: true },
    orderBy: { assessment: { createdAt: 'asc' } },
  })
  return new Map(rows.map(({ placeId, name }) => [placeId, name]))
}

/** Gives the Quartier of the latest round of a workspace; empty if there is none. */
export async function findLatestPlace(client: DatabaseClient, workspaceId: string): Promise<string> {
  const row = await client.assessmentPlace.findFirst({
    where: { assessment: { workspaceId }, position: 0 },
    select: { placeId: true },
    orderBy: { assessment: { createdAt: 'desc' } },
  })
  return row?.placeId ?? ''
}

/** Gives a round of a workspace with its Quartier, or null. */
export async function findRound(client: DatabaseClient, workspaceId: string, id: string) {
  return await client.assessment.findFirst({
    where: { id, workspaceId },
    select: {
      id: true,
      name: true,
      status: true,
      questionnaireId: true,
      questionnaireVersion: true,
      createdAt: true,
      places: { select: { placeId: true }, where: { position: 0 } },
      decisions: { select: { measureId: true } },
    },
  })
}

/** Gives the recommendations that rounds of a workspace said „nicht vorgesehen“ to, latest first. */
export async function findNotPlanned(client: DatabaseClient, workspaceId: string) {
  return await client.measureDecision.findMany({
    where: { decision: 'nicht-vorgesehen', assessment: { workspaceId } },
    select: { measureId: true, reason: true, updatedAt: true, ...asked },
    orderBy: [{ updatedAt: 'desc' }, { measureId: 'asc' }],
  })
}
