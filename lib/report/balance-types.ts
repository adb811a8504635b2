/** The balance of the levels as a reader sees it, and what explains it and every other figure. */
import type { LevelId } from '../questionnaire/schema'

/** „Warum?“: what a figure is made of (R6). */
export interface Explanation {
  /** e.g. „Warum „im Aufbau“?“ */
  readonly title: string
  /** One plain sentence first. */
  readonly summary: string
  /** Inputs with state or points, e.g. [„Räume und Anlaufstelle“, „37 Punkte“, „Gewicht 1 von 8“]. */
  readonly rows: readonly { readonly label: string; readonly value: string; readonly weight: string }[]
  /** What was left out and why; empty if nothing. */
  readonly leftOut: readonly string[]
  /** What capped it; null if nothing. */
  readonly cap: string | null
  /** Points, coverage and bounds in words. */
  readonly figures: readonly string[]
  /** The next answer that would tip it; null if none would. */
  readonly next: string | null
}

/** How far the levels lie apart (R4). */
export interface BalanceView {
  readonly state: 'not-assessable' | 'balanced' | 'imbalance'
  readonly certainty: 'certain' | 'possible' | null
  readonly sentence: string
  /** Position = stage index; null where the level has no stage. */
  readonly marks: readonly {
    readonly levelId: LevelId
    readonly short: string
    readonly stage: number | null
    readonly stageText: string
  }[]
  readonly alt: string
  readonly explanation: Explanation
}
