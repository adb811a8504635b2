/**
 * Who wins when two people edit one measure. A field that only one of them changed is taken from that one; where both changed
 * the same, nothing is overwritten and the later person chooses.
 */
import { type FieldName, fieldNames, type MeasureFields } from './schema'

/** Fields that mean something only together: a reason belongs to its status. */
const units: readonly (readonly FieldName[])[] = [
  ['status', 'reason'],
  ...fieldNames.filter((name) => name !== 'status' && name !== 'reason').map((name) => [name]),
]

/** Gives the fields that differ, in the order of the form. */
export function differingFields(a: MeasureFields, b: MeasureFields): FieldName[] {
  return fieldNames.filter((name) => a[name] !== b[name])
}

export interface Merge {
  readonly merged: MeasureFields
  /** Fields that both changed, to different contents; `merged` holds them as in `mine`. In the order of the form. */
  readonly conflicts: readonly FieldName[]
}

/**
 * Brings an edit together with what was stored in the meantime.
 * @param base what the form was shown with
 * @param stored what is stored now
 * @param mine what the form was sent with
 */
export function mergeEdit(base: MeasureFields, stored: MeasureFields, mine: MeasureFields): Merge {
  const changedThere = new Set(differingFields(base, stored))
  const changedHere = new Set(differingFields(base, mine))
  const apart = new Set(differingFields(stored, mine))
  const has = (unit: readonly FieldName[], names: ReadonlySet<FieldName>) => unit.some((name) => names.has(name))
  const disputed = units.filter((unit) => has(unit, apart) && has(unit, changedThere) && has(unit, changedHere)).flat()
  const theirs = units.filter((unit) => has(unit, changedThere) && !has(unit, changedHere)).flat()
  return {
    merged: { ...mine, ...Object.fromEntries(theirs.map((name) => [name, stored[name]])) },
    conflicts: fieldNames.filter((name) => disputed.includes(name) && apart.has(name)),
  }
}
