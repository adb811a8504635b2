/**
 * What the report of a later round says beside its result: the change since the last time, what became of the measures, new
 * priorities. Finished German without points: they stand under „Warum?“ and in the annex only (R5).
 */
import type { LevelId } from '../questionnaire/schema'
import type { SetTarget } from '../recommendations/types'
import type { DoneMeasure, LevelChangeView, MoverView, ProgressRound } from './progress-types'

export type PlanStatus = 'geplant' | 'laeuft' | 'erledigt' | 'verworfen'

/** A measure of the Maßnahmenplan as it was on the day of the report (B2). Days are `2026-11-23`. */
export interface PlanMeasure {
  readonly id: string
  /** Id of the recommendation it came from; empty: a measure of the town's own. */
  readonly contentMeasureId: string
  readonly title: string
  readonly levelId: LevelId
  readonly levelShort: string
  readonly factorName: string
  /** Name of the Quartier; empty for the Kommune. */
  readonly place: string
  readonly lead: string
  readonly dueOn: string | null
  readonly status: PlanStatus
  readonly reason: string
  readonly resolvedOn: string | null
  readonly resolutionNumber: string
  /** Open, and its day was over. */
  readonly overdue: boolean
  /** Since when it is done or dropped; null while it is open. */
  readonly endedOn: string | null
}

/** What a report needs to look back. Its caller has read both rounds. */
export interface SinceDetails {
  /** The last one closed before this one, as it was closed (B1). */
  readonly before: ProgressRound
  readonly after: ProgressRound
  /** What the town aimed at when the earlier round was closed, by factor id: its order of measures depends on it (E2, Z4). */
  readonly targetsBefore: Readonly<Record<string, SetTarget>>
  readonly plan: readonly PlanMeasure[]
  /** Done at any time up to the day of the report. */
  readonly done: readonly DoneMeasure[]
  /** Names of people of the workspace, which a Gremienfassung does not carry (B4). */
  readonly people: readonly string[]
}

export interface SinceLevelView extends Pick<
  LevelChangeView,
  'id' | 'short' | 'before' | 'after' | 'direction' | 'comparable' | 'alt'
> {
  /** „davor punktuell“, „wie davor“ */
  readonly beforeText: string
  /** What the change is made of, in words; where too little is comparable, the share and nothing else (V4). */
  readonly sentence: string
}

/** One of the largest gains or losses (V8), without the parts in points. */
export interface SinceMoverView extends Pick<MoverView, 'levelShort' | 'sentence' | 'answers' | 'measures'> {
  readonly factorId: string
  readonly levelId: LevelId
}

export interface SincePlanRow {
  readonly id: string
  readonly title: string
  readonly levelId: LevelId
  /** „Vor Ort · Räume und Anlaufstelle“ */
  readonly origin: string
  readonly lead: string
  readonly dueText: string
  readonly status: PlanStatus
  /** „läuft“; „geplant, überfällig seit 30.06.2026“ */
  readonly statusText: string
  readonly overdue: boolean
  readonly resolutionText: string
}

export interface SincePlanView {
  /** How many, and how they stand. */
  readonly sentences: readonly string[]
  /** What the table leaves out. */
  readonly notes: readonly string[]
  readonly rows: readonly SincePlanRow[]
  /** Why some were dropped; Arbeitsfassung only (B4). */
  readonly dropped: readonly { readonly title: string; readonly reason: string }[]
}

/** A measure among the first five, now or the last time. */
export interface SincePriorityView {
  readonly id: string
  readonly title: string
  readonly levelId: LevelId
  readonly levelShort: string
  /** Why it is new, has stayed or is no longer among the first, and whether it is in the plan. */
  readonly text: string
}

export interface SincePrioritiesView {
  readonly lead: string
  readonly fresh: readonly SincePriorityView[]
  readonly stayed: readonly SincePriorityView[]
  readonly gone: readonly SincePriorityView[]
  /** Empty where the town has set none. */
  readonly targetsText: string
  /** Those reached, and those whose day is over. */
  readonly targets: readonly {
    readonly factorId: string
    readonly factorName: string
    readonly stageText: string
    readonly dueText: string
    readonly stateText: string
  }[]
}

export interface SinceView {
  /** For links; nobody reads them. */
  readonly beforeId: string
  readonly afterId: string
  readonly beforeLabel: string
  readonly afterLabel: string
  /** Both rounds with their dates. */
  readonly title: string
  readonly headline: string
  readonly lead: string
  readonly cautions: readonly string[]
  readonly levels: readonly SinceLevelView[]
  readonly gains: readonly SinceMoverView[]
  readonly losses: readonly SinceMoverView[]
  readonly otherReasons: readonly string[]
  readonly plan: SincePlanView
  readonly priorities: SincePrioritiesView
}
