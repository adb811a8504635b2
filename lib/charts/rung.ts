/** One rung in each of its states: filled, hatched, dashed, pale, or outlined where nothing can be said. */
import type { RungState } from '../report/types'
import { neutral } from './palette'
import { filled, path, rectanglePath, stroked, type Rectangle, type Shape } from './shape'

const hatchPitch = 4.2
const hatchWidth = 1.4

/**
 * Lines rising at 45° across a rectangle, cut at its edges. Drawn as lines rather than as a pattern: the PDF renderer
 * knows no patterns, and both shall show the same.
 */
export function hatchPath({ x, y, width, height }: Rectangle, pitch = hatchPitch): string {
  const lines: (string | number)[] = []
  // Each line is x + y = c; c runs over the whole rectangle. Half a pitch of lead keeps the corners free.
  for (let c = pitch / 2; c < width + height; c += pitch) {
    const fromX = Math.max(0, c - height)
    const toX = Math.min(width, c)
    lines.push('M', x + fromX, y + c - fromX, 'L', x + toX, y + c - toX)
  }
  return path(...lines)
}

/** Shapes of one rung, in the colour of its level. */
export function rungShapes(state: RungState, area: Rectangle, colour: string): readonly Shape[] {
  switch (state) {
    case 'reached':
      return [filled(rectanglePath(area), colour)]
    case 'open':
      return [
        filled(rectanglePath(area), neutral.paper),
        stroked(hatchPath(area), colour, hatchWidth),
        stroked(rectanglePath(area, 0.5), colour, 1),
      ]
    case 'capped':
      return [filled(rectanglePath(area), neutral.paper), stroked(rectanglePath(area, 0.75), colour, 1.5, [4, 3])]
    case 'not-reached':
      return [filled(rectanglePath(area), neutral.pale)]
    case 'not-assessable':
      return [filled(rectanglePath(area), neutral.paper), stroked(rectanglePath(area, 0.5), neutral.outline, 1, [2, 2])]
  }
}
