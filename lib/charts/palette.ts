/**
 * The colours and shapes of the charts, once for web and PDF.
 *
 * A level is told by colour, shape and word together; a rung's state by filling, hatch, dash or paleness, so that every
 * chart reads in black and white. Contrast on white: Rathaus 14.0, Dazwischen 7.3, Vor Ort 5.3 to one.
 */
import type { LevelId } from '../questionnaire/schema'

/** What stands for a level beside its word. */
export type MarkKind = 'square' | 'diamond' | 'circle'

export interface LevelLook {
  readonly colour: string
  readonly mark: MarkKind
}

export const levelLooks: Readonly<Record<LevelId, LevelLook>> = {
  verwaltung: { colour: '#003041', mark: 'square' },
  intermediaer: { colour: '#85397A', mark: 'diamond' },
  'vor-ort': { colour: '#8A6600', mark: 'circle' },
}

export const neutral = {
  /** Text and the bar of a cap. */
  ink: '#131525',
  /** Labels, keys, axis: 7 to 1 on white. */
  quiet: '#51577A',
  /** Outline of what cannot be assessed. */
  outline: '#6E7597',
  /** Hairlines. */
  line: '#C0C3D5',
  /** A rung that is not reached. */
  pale: '#DFE1EA',
  /** Calm ground behind a box. */
  ground: '#F3F4F7',
  paper: '#FFFFFF',
} as const
