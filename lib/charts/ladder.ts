/** The ladder of five rungs, from „am Anfang“ to „verankert“: standing for a level, lying for a row of the matrix. */
import type { LevelId } from '../questionnaire/schema'
import type { Ladder, RungState } from '../report/types'
import { levelMarkShape } from './level-mark'
import { levelLooks, neutral } from './palette'
import { rungShapes } from './rung'
import { path, stroked, type Drawing, type Rectangle, type Shape } from './shape'

export interface LadderSize {
  /** Length and thickness of one rung, and the space between two. */
  readonly rung: { readonly width: number; readonly height: number; readonly gap: number }
  /** Size of the level's shape on the current rung; 0 for none. */
  readonly mark: number
  /** How far the bar of a cap reaches over the rung on both sides. */
  readonly overhang: number
}

/** A ladder with the place of each rung, index 0 = „am Anfang“, so that the caller can set words beside it. */
export interface LadderDrawing extends Drawing {
  readonly rungs: readonly (Rectangle & { readonly state: RungState; readonly current: boolean })[]
}

/** Index of the lowest rung held back by a foundation; null if none is. */
function capIndex(ladder: Ladder): number | null {
  const index = ladder.rungs.indexOf('capped')
  return index < 0 ? null : index
}

function drawLadder(ladder: Ladder, level: LevelId, areas: readonly Rectangle[], markSize: number): Shape[] {
  const { colour } = levelLooks[level]
  const shapes = areas.flatMap((area, index) => rungShapes(ladder.rungs[index] ?? 'not-assessable', area, colour))
  const current = ladder.current === null ? undefined : areas[ladder.current]
  if (current && markSize > 0) {
    const { x, y, width, height } = current
    shapes.push(levelMarkShape(level, x + width / 2, y + height / 2, markSize, neutral.paper))
  }
  return shapes
}

const describe = (ladder: Ladder, areas: readonly Rectangle[]) =>
  areas.map((area, index) => ({ ...area, state: ladder.rungs[index] ?? 'not-assessable', current: ladder.current === index }))

/**
 * A ladder that stands: „am Anfang“ at the bottom. A black bar under the first capped rung says that a foundation holds
 * the level there (R3).
 */
export function standingLadder(ladder: Ladder, level: LevelId, size: LadderSize): LadderDrawing {
  const { rung, mark, overhang } = size
  const step = rung.height + rung.gap
  const top = overhang > 0 ? 1 : 0
  const areas = ladder.rungs.map((_, index, all) => ({
    x: overhang,
    y: top + (all.length - 1 - index) * step,
    width: rung.width,
    height: rung.height,
  }))
  const shapes = drawLadder(ladder, level, areas, mark)
  const capped = capIndex(ladder)
  const held = capped === null ? undefined : areas[capped]
  if (held) {
    const y = held.y + rung.height + rung.gap / 2
    shapes.push(stroked(path('M', 0, y, 'H', rung.width + 2 * overhang), neutral.ink, Math.max(2, rung.gap)))
  }
  return {
    width: rung.width + 2 * overhang,
    height: 2 * top + ladder.rungs.length * step - rung.gap,
    shapes,
    rungs: describe(ladder, areas),
  }
}

/** The same ladder lying: „am Anfang“ on the left, the bar of a cap upright before the first capped rung. */
export function lyingLadder(ladder: Ladder, level: LevelId, size: LadderSize): LadderDrawing {
  const { rung, mark, overhang } = size
  const step = rung.width + rung.gap
  const areas = ladder.rungs.map((_, index) => ({ x: index * step, y: overhang, width: rung.width, height: rung.height }))
  const shapes = drawLadder(ladder, level, areas, mark)
  const capped = capIndex(ladder)
  const held = capped === null ? undefined : areas[capped]
  if (held) {
    const x = held.x - rung.gap / 2
    shapes.push(stroked(path('M', x, 0, 'V', rung.height + 2 * overhang), neutral.ink, Math.max(2, rung.gap)))
  }
  return {
    width: ladder.rungs.length * step - rung.gap,
    height: rung.height + 2 * overhang,
    shapes,
    rungs: describe(ladder, areas),
  }
}
