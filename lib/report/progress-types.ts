/**
 * What a reader sees of several rounds: two set side by side, and the course of all. Like the report's view model: finished
 * German, stages in words; points stand only in `SplitView` („Warum?“) and in tables to check the figures (R5, V7).
 */
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { LevelId, StageId } from '../questionnaire/schema'
import type { QuestionChangeKind } from '../scoring/compare-questions'
import type { ResultFigures } from './result-figures'
import type { BalanceView } from './balance-types'

/** One round as its caller read it. Days are `2026-11-23`. */
export interface ProgressRound {
  readonly id: string
  readonly name: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  /** Null while it is open: then everything is as it stands today. */
  readonly closedOn: string | null
  /** V9: the day that decides which measures lie before it. */
  readonly asOf: string
  readonly questionnaire: Questionnaire
  readonly sheet: Sheet
  /** By question id; leave out what is not meant for the reader. */
  readonly comments: Readonly<Record<string, string>>
  /** What was closed, if it was scored by other rules than today's; else null. */
  readonly recorded: ResultFigures | null
}

/** A measure that was done. */
export interface DoneMeasure {
  readonly title: string
  readonly factorId: string
  readonly doneOn: string
}

export interface RoundView {
  readonly id: string
  readonly label: string
  readonly open: boolean
  /** Facts about it, one a line: period, status, mode, version, answered share, Quartier. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

/** How one figure stands in one round. */
export interface StandView {
  readonly stage: StageId | null
  readonly stageText: string
  /** 0–5 for charts: whole part is the stage, the rest how far it reaches within it (V6); null if not assessable. */
  readonly position: number | null
  /** A foundation holds the level below the stage of its value (R3). */
  readonly capped: boolean
}

/** „Warum?“ of a change: the parts in whole points, which add up (V7). */
export interface SplitView {
  readonly practice: number
  readonly known: number
  readonly content: number
  readonly total: number
  /** Before, the three parts, after; with signs, as text. */
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  /** The parts in one sentence, for a drawing of them. */
  readonly alt: string
}

/** A figure in two rounds. */
interface ChangeView {
  readonly before: StandView
  readonly after: StandView
  /** By stage; null if one of the two has none. */
  readonly direction: 'higher' | 'lower' | 'same' | null
  /** Whether a line may join the two (V4). */
  readonly comparable: boolean
  /** „14 von 16 Fragen sind vergleichbar.“ */
  readonly shareText: string
  /** Null where there is no change to measure (V2). */
  readonly split: SplitView | null
}

export interface LevelChangeView extends ChangeView {
  readonly id: LevelId
  readonly name: string
  readonly short: string
  /** „Vor Ort: von „punktuell“ zu „im Aufbau“.“ */
  readonly headline: string
  /** What became of the answers, and what to keep in mind. */
  readonly sentences: readonly string[]
  readonly alt: string
  readonly answered: { readonly before: string; readonly after: string }
  readonly factors: readonly FactorChangeView[]
}

export interface AnswerChangeView {
  readonly questionId: string
  readonly stem: string
  readonly kind: QuestionChangeKind
  /** What became of it, in words. */
  readonly kindText: string
  /** Null if that round did not ask it. */
  readonly before: string | null
  readonly after: string | null
  readonly commentBefore: string
  readonly commentAfter: string
}

export interface FactorChangeView extends ChangeView {
  readonly id: string
  readonly name: string
  readonly levelId: LevelId
  /** „höher“, „gleich“, „jetzt bewertbar“ … with what it rests on, in words. */
  readonly changeText: string
  /** Only what changed. */
  readonly answers: readonly AnswerChangeView[]
}

/** One of the largest gains or losses (V8). */
export interface MoverView {
  readonly factor: FactorChangeView
  readonly levelShort: string
  readonly sentence: string
  /** Answers whose change is practice. */
  readonly answers: readonly AnswerChangeView[]
  /** Done in between, for this factor; „Titel (12.03.2025)“. */
  readonly measures: readonly string[]
}

/** Two rounds side by side. */
export interface ProgressView {
  readonly title: string
  readonly headline: string
  readonly lead: string
  readonly before: RoundView
  readonly after: RoundView
  /** What the reader must know before any figure: open, other mode, other version, other Quartier, other rules. */
  readonly cautions: readonly string[]
  readonly profile: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly levels: readonly LevelChangeView[]
  readonly balance: {
    readonly before: BalanceView
    readonly after: BalanceView
    readonly sentence: string
    readonly alt: string
  }
  readonly gains: readonly MoverView[]
  readonly losses: readonly MoverView[]
  /** What moved for other reasons than practice; empty if nothing did. */
  readonly otherReasons: readonly string[]
  /** Every measure done in between, in the order of time. */
  readonly measures: readonly {
    readonly title: string
    readonly factorName: string
    readonly doneOn: string
    readonly change: string
  }[]
  /** Said where there is nothing to show. */
  readonly measuresText: string
}

export interface CoursePoint extends StandView {
  /** Whether a line joins it with the round before (V4); false for the first. */
  readonly joined: boolean
}

export interface LevelCourseView {
  readonly id: LevelId
  readonly name: string
  readonly short: string
  readonly points: readonly CoursePoint[]
  readonly alt: string
  /** Where no line is drawn, and why. */
  readonly gaps: readonly string[]
  readonly factors: readonly {
    readonly id: string
    readonly name: string
    readonly points: readonly CoursePoint[]
    readonly alt: string
  }[]
}

/** The course of all rounds. Every list of points has one entry a round. */
export interface CourseView {
  readonly lead: string
  readonly rounds: readonly RoundView[]
  readonly cautions: readonly string[]
  readonly levels: readonly LevelCourseView[]
  /** Answered share of each round, 0–1; null where nothing applies. */
  readonly coverage: {
    readonly shares: readonly { readonly share: number | null; readonly text: string }[]
    readonly alt: string
  }
  readonly balance: {
    /** Stage of each level of each round, with the sentence of that round. */
    readonly rounds: readonly Pick<BalanceView, 'marks' | 'sentence'>[]
    readonly alt: string
  }
  /** From each round to the next: what moved on each level. */
  readonly steps: readonly {
    readonly from: string
    readonly to: string
    readonly beforeId: string
    readonly afterId: string
    readonly levels: readonly {
      readonly id: LevelId
      readonly short: string
      readonly headline: string
      readonly split: SplitView | null
      readonly shareText: string
    }[]
    readonly measures: readonly string[]
  }[]
}
