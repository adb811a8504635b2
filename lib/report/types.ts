/**
 * The view model: everything a reader sees of a result, once. Screen, PDF and command line render this and nothing else,
 * so that they cannot differ. All strings are finished German; numbers for charts are 0–4 stage indexes, never points.
 * Points appear only in `Explanation` („Warum?“) and in the annex (R5).
 */
import type { LevelId, StageId } from '../questionnaire/schema'
import type { SetTarget } from '../recommendations/types'
import type { BalanceView, Explanation } from './balance-types'
import type { SinceDetails, SinceView } from './since-types'

/** One of the five rungs of a ladder, from „am Anfang“ (index 0) to „verankert“ (index 4). */
export type RungState = 'reached' | 'open' | 'capped' | 'not-reached' | 'not-assessable'

export interface Ladder {
  /** Five rungs, index 0 = „am Anfang“. `open` = possible once unknowns are settled, `capped` = held back by a foundation. */
  readonly rungs: readonly RungState[]
  /** Index of the current rung; null if not assessable. */
  readonly current: number | null
  /** Text alternative. */
  readonly alt: string
}

export interface FactorView {
  readonly id: string
  readonly levelId: LevelId
  readonly name: string
  readonly short: string
  readonly foundation: boolean
  readonly stage: StageId | null
  /** „etabliert“, „nicht bewertbar“ … */
  readonly stageText: string
  readonly statement: string
  readonly ladder: Ladder
  /** „Fundament“, „1 offen“ … as text. */
  readonly notes: readonly string[]
  readonly chaptersText: string
  readonly explanation: Explanation
}

export interface LevelView {
  readonly id: LevelId
  readonly name: string
  readonly short: string
  readonly description: string
  readonly stage: StageId | null
  readonly stageText: string
  readonly provisional: boolean
  readonly summary: string
  readonly ladder: Ladder
  /** „15 von 16 Fragen“ */
  readonly answeredText: string
  /** „Verlässliche Ressourcen, punktuell“; null if none is assessable. */
  readonly weakestText: string | null
  /** What caps the stage, or that nothing does, as a sentence about structures. */
  readonly capText: string
  readonly explanation: Explanation
  readonly factors: readonly FactorView[]
}

/** A „Weiß nicht“, as a finding. */
export interface UnknownView {
  readonly questionId: string
  readonly factorId: string
  readonly factorName: string
  readonly levelId: LevelId
  readonly stem: string
  readonly finding: string
  /** „Zu klären mit …“: the user's entry, else the factor's usual office. */
  readonly clarifyWith: string
}

export interface MeasureView {
  readonly id: string
  readonly rank: number
  readonly title: string
  readonly levelId: LevelId
  readonly levelShort: string
  readonly factorId: string
  readonly factorName: string
  readonly why: string
  readonly chaptersText: string
  readonly evidenceText: string
  readonly firstStep: string
  readonly effortText: string
  readonly costText: string
  readonly horizonText: string
  readonly lead: string
  readonly decisionBy: string
  readonly decision: string
  /** Titles of measures that should come first. */
  readonly prerequisites: readonly string[]
  readonly pitfalls: readonly string[]
  readonly example: { readonly town: string; readonly text: string; readonly source: string }
  /** „Warum hier?“: inputs and weights with exact halves (62,5), the product last; empty summary never. */
  readonly whyHere: Explanation
  readonly decisionTaken: { readonly decision: MeasureDecisionId; readonly text: string; readonly reason: string } | null
}

export type MeasureDecisionId = 'uebernehmen' | 'spaeter' | 'nicht-vorgesehen'

export interface AnswerView {
  readonly questionId: string
  readonly stem: string
  readonly roleText: string
  /** The chosen option's text, „Weiß nicht“, „Trifft nicht zu: …“, „offen“. */
  readonly answerText: string
  readonly state: 'answered' | 'unknown' | 'not_applicable' | 'open'
  /** Points as text („75 Punkte“) or „–“. Annex only. */
  readonly pointsText: string
  /** Working edition only; empty otherwise. */
  readonly comment: string
  readonly clarifyWith: string
  readonly ownSetting: string | null
  readonly chaptersText: string
}

export interface ReportViewModel {
  readonly edition: Edition
  readonly meta: {
    readonly product: string
    readonly title: string
    readonly kommune: string
    readonly quartier: string
    /** `2026-11-23` and `23.11.2026` (Europe/Berlin). */
    readonly date: string
    readonly dateText: string
    readonly editionText: string
    readonly statusText: string
    readonly answeredBy: readonly string[]
    readonly modeText: string
    readonly answeredText: string
    readonly questionnaire: { readonly id: string; readonly version: string; readonly hash: string }
    readonly fileName: string
    readonly footerText: string
  }
  readonly headline: string
  readonly lead: string
  /** True if no question at all is answered: pages then show what to do next instead of empty charts. */
  readonly empty: boolean
  readonly levels: readonly LevelView[]
  readonly balance: BalanceView
  readonly strengths: readonly FactorView[]
  readonly gaps: readonly FactorView[]
  readonly unknowns: readonly UnknownView[]
  /** „Was schon trägt / Was noch fehlt / Was offen ist“: one short paragraph each for the one-page summary. */
  readonly summary: { readonly carries: string; readonly missing: string; readonly open: string }
  readonly situation: {
    readonly paragraphs: readonly string[]
    readonly figures: readonly { readonly label: string; readonly value: string; readonly source: string }[]
    readonly challenges: readonly { readonly name: string; readonly explanation: string }[]
  }
  readonly strategies: {
    readonly paragraphs: readonly string[]
    readonly concepts: readonly string[]
    readonly bodies: readonly string[]
  }
  /** What changed since the round before; null without one (B1). */
  readonly since: SinceView | null
  /** Headed prose: what carries, where the gap between levels lies, next steps, wer hat den Hut auf. */
  readonly conclusions: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly firstMeasures: readonly MeasureView[]
  readonly otherMeasures: readonly {
    readonly levelId: LevelId
    readonly levelShort: string
    readonly levelName: string
    readonly measures: readonly MeasureView[]
  }[]
  readonly decisions: readonly { readonly by: string; readonly question: string; readonly measureId: string }[]
  readonly annex: {
    readonly method: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
    readonly answers: readonly {
      readonly levelId: LevelId
      readonly levelShort: string
      readonly factorName: string
      readonly pointsText: string
      readonly answers: readonly AnswerView[]
    }[]
    readonly sources: readonly string[]
  }
}

/** Gremienfassung (default: no comments, no names) and Arbeitsfassung (everything). */
export type Edition = 'gremien' | 'arbeit'

/** What the view model is built from, beside sheet, questionnaire and translate. Dates come in as arguments. */
export interface ReportDetails {
  readonly date: Date
  readonly edition: Edition
  /** `2026-11-23`, or null for „Entwurf“. */
  readonly agreedOn: string | null
  /** Roles, never names, e.g. „Integrationsbeauftragte“. */
  readonly answeredBy: readonly string[]
  /** Comments and „Zu klären mit …“ by subject and question id: `${subject}/${questionId}`. */
  readonly notes: Readonly<Record<string, { readonly comment: string; readonly clarifyWith: string }>>
  readonly decisions: Readonly<Record<string, { readonly decision: MeasureDecisionId; readonly reason: string }>>
  /** What the town aims at, by factor id; all others aim at 75. */
  readonly targets?: Readonly<Record<string, SetTarget>>
  /** The round before, and the Maßnahmenplan; without one the report is that of a first round. */
  readonly since?: SinceDetails | null
}
