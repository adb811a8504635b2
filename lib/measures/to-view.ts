/** Measures as pages show them: with the names of factor, level and Quartier, and whether they are late. */
import type { DatabaseClient } from '../db'
import { isoDate } from '../report/format'
import { isOverdue } from './due'
import { factorNames } from './factor-names'
import { findPlaceNames, type StoredMeasure } from './repository'
import type { MeasureView } from './types'

/** Gives the views of measures, in the same order. */
export async function toViews(client: DatabaseClient, stored: readonly StoredMeasure[], now: Date): Promise<MeasureView[]> {
  const places = await findPlaceNames(
    client,
    stored.map(({ subjectId }) => subjectId),
  )
  return stored.map((measure) => ({
    ...measure.fields,
    ...factorNames(measure),
    id: measure.id,
    round: measure.round && { id: measure.round.id, name: measure.round.name },
    contentMeasureId: measure.contentMeasureId,
    place: places.get(measure.subjectId) ?? '',
    version: measure.version,
    overdue: isOverdue(measure.fields, isoDate(now)),
    createdAt: measure.createdAt,
    updatedAt: measure.updatedAt,
  }))
}
