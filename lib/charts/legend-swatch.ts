/** The key of a chart: one small rung per state, in a quiet colour that belongs to no level. */
import type { RungState } from '../report/types'
import { neutral } from './palette'
import { rungShapes } from './rung'
import type { Drawing } from './shape'

/** States in the order in which a key names them. */
export const legendStates: readonly RungState[] = ['reached', 'open', 'capped', 'not-assessable', 'not-reached']

/** A swatch of one state. */
export function legendSwatch(state: RungState, width: number, height: number): Drawing {
  return { width, height, shapes: rungShapes(state, { x: 0, y: 0, width, height }, neutral.quiet) }
}
