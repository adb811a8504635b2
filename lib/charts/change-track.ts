/** One factor in two rounds: five cells, a hollow mark for before, a filled one for after, a line where comparable (V4). */
import type { LevelId } from '../questionnaire/schema'
import type { StandView } from '../report/progress-types'
import { levelMarkShape } from './level-mark'
import { levelLooks, neutral } from './palette'
import { filled, path, rectanglePath, stroked, type Drawing, type Shape } from './shape'

const cellCount = 5

export interface TrackSize {
  readonly width: number
  readonly height: number
  readonly gap: number
  readonly mark: number
}

/** Gives the track; nothing stands on it for a round in which the factor is not assessable. */
export function changeTrack(
  { before, after, comparable }: { readonly before: StandView; readonly after: StandView; readonly comparable: boolean },
  level: LevelId,
  { width, height, gap, mark }: TrackSize,
): Drawing {
  const { colour } = levelLooks[level]
  const cell = (width - (cellCount - 1) * gap) / cellCount
  const y = height / 2
  const xOf = (position: number) => Math.min(width - mark / 2, Math.max(mark / 2, (position / cellCount) * width))
  const [was, is] = [before.position, after.position]
  const shapes: Shape[] = Array.from({ length: cellCount }, (_, index) =>
    filled(rectanglePath({ x: index * (cell + gap), y: y - height / 5, width: cell, height: (height / 5) * 2 }), neutral.pale),
  )
  if (was !== null && is !== null && was !== is && comparable) {
    shapes.push(stroked(path('M', xOf(was), y, 'H', xOf(is)), colour, 3))
  }
  if (was !== null && was !== is) {
    shapes.push(levelMarkShape(level, xOf(was), y, mark, colour), levelMarkShape(level, xOf(was), y, mark * 0.58, neutral.paper))
  }
  if (is !== null) shapes.push(levelMarkShape(level, xOf(is), y, mark))
  return { width, height, shapes }
}
