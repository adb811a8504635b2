/** The mark of a level: square for Rathaus, diamond for Dazwischen, circle for Vor Ort, of the same visual weight. */
import type { LevelId } from '../questionnaire/schema'
import { levelLooks, type MarkKind } from './palette'
import { filled, path, type Drawing, type Shape } from './shape'

// Half extents for a box of size 1, so that the three cover about the same area.
const reach: Record<MarkKind, number> = { square: 0.375, diamond: 0.48, circle: 0.427 }

/** Path data of a level's mark, centred on (cx, cy) in a box of `size`. */
export function levelMarkPath(level: LevelId, cx: number, cy: number, size: number): string {
  const { mark } = levelLooks[level]
  const r = reach[mark] * size
  switch (mark) {
    case 'square':
      return path('M', cx - r, cy - r, 'H', cx + r, 'V', cy + r, 'H', cx - r, 'Z')
    case 'diamond':
      return path('M', cx, cy - r, 'L', cx + r, cy, 'L', cx, cy + r, 'L', cx - r, cy, 'Z')
    case 'circle':
      return path('M', cx - r, cy, 'A', r, r, 0, 1, 1, cx + r, cy, 'A', r, r, 0, 1, 1, cx - r, cy, 'Z')
  }
}

/** A level's mark as a shape; in its own colour unless another is asked for (white on a filled rung). */
export function levelMarkShape(level: LevelId, cx: number, cy: number, size: number, colour = levelLooks[level].colour): Shape {
  return filled(levelMarkPath(level, cx, cy, size), colour)
}

/** A level's mark alone, as stands before its name. */
export function levelMark(level: LevelId, size: number): Drawing {
  return { width: size, height: size, shapes: [levelMarkShape(level, size / 2, size / 2, size)] }
}
