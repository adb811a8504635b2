/**
 * The course of one level over the rounds: five bands, one a stage, with a mark a round. A line joins two marks only where the
 * rounds are comparable (V4); a gap is a gap. Two rounds make the slope of a comparison.
 */
import type { LevelId } from '../questionnaire/schema'
import type { CoursePoint } from '../report/progress-types'
import { levelMarkShape } from './level-mark'
import { levelLooks, neutral } from './palette'
import { roundColumns, type RoundColumn } from './round-columns'
import { filled, path, rectanglePath, stroked, type Drawing, type Shape } from './shape'

const bandCount = 5

export interface CourseSize {
  readonly width: number
  /** Height of one band. */
  readonly band: number
  readonly mark: number
  /** Room at the left for the words of the stages; 0 for none. */
  readonly words: number
  /** Room below for the names of the rounds; 0 for none. */
  readonly names: number
  /** Room that the longest of these names needs. */
  readonly nameWidth: number
}

export interface CourseDrawing extends Drawing {
  /** Index 0 = „am Anfang“. */
  readonly bands: readonly { readonly index: number; readonly y: number }[]
  readonly columns: readonly RoundColumn[]
}

function bandShapes(size: CourseSize): Shape[] {
  const { width, band, words } = size
  return Array.from({ length: bandCount }, (_, index) => {
    const area = { x: words, y: index * band, width: width - words, height: band }
    return filled(rectanglePath(area), index % 2 === 0 ? neutral.ground : neutral.paper)
  })
}

/** A point without a value: a small dashed ring at the foot of the chart, so that the round is seen to be there. */
function missingShape(x: number, y: number, mark: number): Shape {
  const r = mark * 0.32
  return stroked(path('M', x - r, y, 'A', r, r, 0, 1, 1, x + r, y, 'A', r, r, 0, 1, 1, x - r, y, 'Z'), neutral.outline, 1, [2, 2])
}

/** Gives the course of a level; with 40 rounds the marks grow smaller and only some names are shown. */
export function courseLine(points: readonly CoursePoint[], level: LevelId, size: CourseSize): CourseDrawing {
  const { width, band, words, names, nameWidth } = size
  const { colour } = levelLooks[level]
  const height = bandCount * band
  const inner = width - words
  // With many rounds a line must still be seen between two marks.
  const mark = Math.min(size.mark, (inner / Math.max(1, points.length)) * 0.6)
  const columns = roundColumns(points.length, { x: words, width: inner, y: height + names * 0.75, nameWidth })
  const xOf = (index: number) => columns[index]!.x
  // A mark at an edge stays within the chart and within its band.
  const reach = mark / 2
  const yOf = (position: number) => Math.min(height - reach, Math.max(reach, height - position * band))
  const shapes: Shape[] = [
    ...bandShapes(size),
    stroked(path('M', words, height - 0.5, 'H', width), neutral.line, 1),
    ...points.flatMap(({ position, joined }, index) => {
      const before = points[index - 1]?.position ?? null
      if (!joined || position === null || before === null) return []
      return [stroked(path('M', xOf(index - 1), yOf(before), 'L', xOf(index), yOf(position)), colour, 2.5)]
    }),
    ...points.flatMap(({ position, capped }, index) => {
      const x = xOf(index)
      if (position === null) return [missingShape(x, height - reach, mark)]
      const y = yOf(position)
      // The black bar says, as on a ladder, that a foundation holds the level there.
      const bar = capped ? [stroked(path('M', x - mark * 0.7, y - reach - 1, 'H', x + mark * 0.7), neutral.ink, 3)] : []
      return [levelMarkShape(level, x, y, mark * 1.25, neutral.paper), levelMarkShape(level, x, y, mark), ...bar]
    }),
  ]
  return {
    width,
    height: height + names,
    shapes,
    bands: Array.from({ length: bandCount }, (_, index) => ({ index, y: height - (index + 0.5) * band })),
    columns,
  }
}
