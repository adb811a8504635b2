/**
 * The three levels together, round by round: three marks on five bands, framed from the lowest to the highest. The
 * higher that frame, the further the levels lie apart (R4). Position is the stage, as on the line of balance.
 */
import type { BalanceView } from '../report/balance-types'
import type { CourseDrawing, CourseSize } from './course-line'
import { levelMarkShape } from './level-mark'
import { neutral } from './palette'
import { roundColumns } from './round-columns'
import { filled, path, rectanglePath, stroked, type Shape } from './shape'

const bandCount = 5
/** Room that one round needs for three marks side by side. */
const leastStep = 36

/** Gives the chart; a level without a stage has no mark, and its round no frame. */
export function balanceCourse(rounds: readonly Pick<BalanceView, 'marks'>[], size: CourseSize): CourseDrawing {
  const { width, band, words, names, nameWidth } = size
  const height = bandCount * band
  const inner = width - words
  const columns = roundColumns(rounds.length, { x: words, width: inner, y: height + names * 0.75, nameWidth })
  const step = inner / Math.max(1, rounds.length)
  // Side by side, so that levels on one stage do not hide each other; with many rounds one below the other within the band.
  const dense = step < leastStep
  const mark = dense ? Math.min(band * 0.3, step * 0.9) : Math.min(size.mark, step / 4)
  const pitch = dense ? band * 0.3 : mark * 1.1
  const yOf = (stage: number) => height - (stage + 0.5) * band
  const shapes: Shape[] = Array.from({ length: bandCount }, (_, index) =>
    filled(
      rectanglePath({ x: words, y: index * band, width: inner, height: band }),
      index % 2 === 0 ? neutral.ground : neutral.paper,
    ),
  )
  rounds.forEach(({ marks }, index) => {
    const { x } = columns[index]!
    const stages = marks.flatMap(({ stage }) => stage ?? [])
    if (stages.length === marks.length && stages.length > 0) {
      const top = yOf(Math.max(...stages)) - band / 2
      const half = dense ? step * 0.45 : pitch + mark * 0.85
      const frame = { x: x - half, y: top, width: 2 * half, height: yOf(Math.min(...stages)) + band / 2 - top }
      shapes.push(filled(rectanglePath(frame), neutral.paper), stroked(rectanglePath(frame, 0.75), neutral.outline, 1.5))
    }
    marks.forEach(({ levelId, stage }, position) => {
      if (stage === null) return
      const offset = (position - (marks.length - 1) / 2) * pitch
      shapes.push(levelMarkShape(levelId, dense ? x : x + offset, dense ? yOf(stage) + offset : yOf(stage), mark))
    })
  })
  shapes.push(stroked(path('M', words, height - 0.5, 'H', width), neutral.line, 1))
  return {
    width,
    height: height + names,
    shapes,
    bands: Array.from({ length: bandCount }, (_, index) => ({ index, y: yOf(index) })),
    columns,
  }
}
