/** Which measures are open, and which are late. Days are those of Berlin; today comes in as an argument. */
import type { MeasureFields } from './schema'

/** True while something is still to be done. */
export function isOpen({ status }: Pick<MeasureFields, 'status'>): boolean {
  return status === 'geplant' || status === 'laeuft'
}

/**
 * True if a measure is open and its day is over. On the day itself it is not late yet.
 * @param today the day in Berlin, `2026-11-23`
 */
export function isOverdue({ status, dueOn }: Pick<MeasureFields, 'status' | 'dueOn'>, today: string): boolean {
  return isOpen({ status }) && dueOn !== null && dueOn < today
}

/** Open ones first, by their day, those without one after them; then what is done, then what was dropped. */
export function compareMeasures(
  a: Pick<MeasureFields, 'status' | 'dueOn' | 'title'>,
  b: Pick<MeasureFields, 'status' | 'dueOn' | 'title'>,
): number {
  const rank = (measure: typeof a) => (isOpen(measure) ? 0 : measure.status === 'erledigt' ? 1 : 2)
  const day = (measure: typeof a) => measure.dueOn ?? '9999'
  return rank(a) - rank(b) || (day(a) < day(b) ? -1 : Number(day(a) > day(b))) || a.title.localeCompare(b.title, 'de')
}
