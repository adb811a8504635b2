/**
 * The three parts of a change as bars around zero, one below the other: practice filled, knowledge hatched, questionnaire
 * outlined, so that they stay apart in black and white. All charts of a page share one scale.
 */
import type { LevelId } from '../questionnaire/schema'
import type { SplitView } from '../report/progress-types'
import { levelLooks, neutral } from './palette'
import { hatchPath } from './rung'
import { filled, path, rectanglePath, stroked, type Drawing, type Rectangle, type Shape } from './shape'

export type PartName = 'practice' | 'known' | 'content'
export const partNames: readonly PartName[] = ['practice', 'known', 'content']

export interface PartsSize {
  readonly width: number
  readonly bar: number
  readonly gap: number
  /** Room at the left for the words of the parts. */
  readonly words: number
}

export interface PartsDrawing extends Drawing {
  readonly rows: readonly { readonly part: PartName; readonly y: number }[]
}

/** How one part is painted. */
function paint(part: PartName, area: Rectangle, colour: string): Shape[] {
  if (part === 'practice') return [filled(rectanglePath(area), colour)]
  if (part === 'known') {
    return [
      filled(rectanglePath(area), neutral.paper),
      stroked(hatchPath(area), colour, 1.4),
      stroked(rectanglePath(area, 0.5), colour, 1),
    ]
  }
  return [filled(rectanglePath(area), neutral.paper), stroked(rectanglePath(area, 0.75), colour, 1.5, [4, 3])]
}

/** The largest part of several changes, in points: what the bars are drawn against. */
export function partsScale(splits: readonly (SplitView | null)[]): number {
  return Math.max(1, ...splits.flatMap((split) => (split ? partNames.map((part) => Math.abs(split[part])) : [])))
}

/** Gives the bars: to the right what adds, to the left what takes away; a part of zero leaves only the axis. */
export function changeParts(split: SplitView, level: LevelId, scale: number, size: PartsSize): PartsDrawing {
  const { width, bar, gap, words } = size
  const { colour } = levelLooks[level]
  const reach = (width - words) / 2
  const middle = words + reach
  const height = partNames.length * bar + (partNames.length - 1) * gap
  const shapes = partNames.flatMap((part, index) => {
    const length = (Math.abs(split[part]) / scale) * (reach - 1)
    if (length === 0) return []
    const x = split[part] > 0 ? middle : middle - length
    return paint(part, { x, y: index * (bar + gap), width: length, height: bar }, colour)
  })
  const rows = partNames.map((part, index) => ({ part, y: index * (bar + gap) + bar / 2 }))
  return { width, height, rows, shapes: [...shapes, stroked(path('M', middle, 0, 'V', height), neutral.ink, 1.5)] }
}

/** A swatch of one part for the key, in a quiet colour that belongs to no level. */
export function partSwatch(part: PartName, width: number, height: number): Drawing {
  return { width, height, shapes: paint(part, { x: 0, y: 0, width, height }, neutral.quiet) }
}
