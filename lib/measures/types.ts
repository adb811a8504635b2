/** What the measures service takes and gives. Pages and Route Handlers see these types, never Prisma's. */
import type { LevelId } from '../questionnaire/schema'
import type { FieldName, MeasureFields } from './schema'

/** One entry of the Maßnahmenplan as it is now. */
export interface MeasureView extends MeasureFields {
  readonly id: string
  /** The round it was agreed in; null when it was entered freely or that round is gone. */
  readonly round: { readonly id: string; readonly name: string } | null
  /** Id of the recommendation it came from; empty: a measure of the town's own. */
  readonly contentMeasureId: string
  readonly factorName: string
  readonly levelId: LevelId
  /** „Rathaus“, „Dazwischen“, „Vor Ort“ */
  readonly levelShort: string
  /** Name of the Quartier; empty for the Kommune. */
  readonly place: string
  readonly version: number
  /** Open, and its day is over. */
  readonly overdue: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** One field in two versions. */
export interface Difference {
  readonly field: FieldName
  readonly before: MeasureFields[FieldName]
  readonly after: MeasureFields[FieldName]
}

/** One line of the history. */
export interface HistoryEntry {
  readonly version: number
  readonly at: Date
  /** Who did it; null when the person was deleted. */
  readonly actor: string | null
  /**
   * `created`; `changed`; `confirmed`: said to be as it was when a round asked; `kept`: of two versions the stored one was
   * chosen, and nothing else changed.
   */
  readonly kind: 'created' | 'changed' | 'confirmed' | 'kept'
  readonly differences: readonly Difference[]
  /** What this person had written and gave up for what was stored: `before` is what was stored, `after` what was given up. */
  readonly setAside: readonly Difference[]
}

/** A recommendation of which a round said „nicht vorgesehen, weil …“. */
export interface NotPlanned {
  readonly roundId: string
  readonly roundName: string
  readonly measureId: string
  readonly title: string
  readonly reason: string
  readonly at: Date
}

/** Why a measure could not be saved as it was sent: somebody else had changed the same fields in between. */
export interface EditConflict {
  /** Fields that differ, in the order of the form. */
  readonly fields: readonly FieldName[]
  readonly stored: MeasureView
  /** What was sent, with what the other person changed elsewhere. */
  readonly mine: MeasureFields
}
