/** What the append-only changes of a measure say: who changed what when, and since when it is done. */
import { isoDate } from '../report/format'
import { differingFields } from './merge-edit'
import { type ChangeColumn, type FieldName, fieldNames, type MeasureFields } from './schema'
import type { Difference, HistoryEntry } from './types'

/** One stored change. `before` is null at the creation. */
export interface StoredChange {
  readonly version: number
  readonly before: ChangeColumn | null
  readonly actor: string | null
  readonly at: Date
}

/** A change with the measure as it was after it: the next change says what it found. */
function withAfter(now: MeasureFields, changes: readonly StoredChange[]) {
  return changes.map((change, index) => ({ change, after: changes[index + 1]?.before?.fields ?? now }))
}

function setAsideIn({ fields, setAside = {} }: ChangeColumn): Difference[] {
  return fieldNames.flatMap((field) => {
    const after = setAside[field]
    return after === undefined ? [] : [{ field, before: fields[field], after }]
  })
}

/**
 * Gives the history, latest first.
 * @param now the measure as it is
 * @param changes all of it, by rising version
 */
export function measureHistory(now: MeasureFields, changes: readonly StoredChange[]): HistoryEntry[] {
  const entries = withAfter(now, changes).map(({ change, after }): HistoryEntry => {
    const { version, at, actor, before } = change
    if (!before) return { version, at, actor, kind: 'created', differences: [], setAside: [] }
    const of = (field: FieldName): Difference => ({ field, before: before.fields[field], after: after[field] })
    const differences = differingFields(before.fields, after).map(of)
    const setAside = setAsideIn(before)
    const kind = differences.length > 0 ? 'changed' : setAside.length > 0 ? 'kept' : 'confirmed'
    return { version, at, actor, kind, differences, setAside }
  })
  return entries.toReversed()
}

/**
 * Gives the measure as it was at a moment, with the changes up to then; null if it did not exist yet.
 * @param now the measure as it is
 * @param changes all of it, by rising version
 */
export function measureAsOf(
  now: MeasureFields,
  changes: readonly StoredChange[],
  at: Date,
): { readonly fields: MeasureFields; readonly changes: readonly StoredChange[] } | null {
  const until = withAfter(now, changes).filter(({ change }) => change.at.getTime() <= at.getTime())
  const last = until.at(-1)
  return last ? { fields: last.after, changes: until.map(({ change }) => change) } : null
}

/**
 * Gives the day in Berlin on which a measure was last set to the status it has, by its history.
 * @param changes all of it, by rising version
 */
export function statusSince(now: MeasureFields, changes: readonly StoredChange[]): string | null {
  const became = withAfter(now, changes).findLast(
    ({ change, after }) => after.status === now.status && change.before?.fields.status !== now.status,
  )
  return became ? isoDate(became.change.at) : null
}

/** Gives the day in Berlin on which a measure was last set to „erledigt“, by its history; null if it is not done now. */
export function doneDay(now: MeasureFields, changes: readonly StoredChange[]): string | null {
  return now.status === 'erledigt' ? statusSince(now, changes) : null
}
