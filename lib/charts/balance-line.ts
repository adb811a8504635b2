/**
 * Balance of the three levels (R4): one line over the five stages with the three marks on it. Position is the stage,
 * not the points, so that the line never contradicts a cap.
 */
import type { LevelId } from '../questionnaire/schema'
import type { BalanceView } from '../report/balance-types'
import { levelMarkShape } from './level-mark'
import { neutral } from './palette'
import { path, stroked, type Drawing, type Shape } from './shape'

const stageCount = 5

export interface BalanceLineSize {
  readonly width: number
  /** Size of a mark. */
  readonly mark: number
  /** Height of one line of text above and below. */
  readonly lineHeight: number
}

/** One stage with the levels that stand on it. */
export interface BalanceStage {
  readonly index: number
  /** Centre of the stage's words, under the line. */
  readonly x: number
  readonly y: number
  readonly occupied: boolean
}

/** Where a level's word stands: above its mark; several on one stage one above the other. */
export interface BalanceLabel {
  readonly levelId: LevelId
  readonly x: number
  /** Base line of the word. */
  readonly y: number
}

export interface BalanceDrawing extends Drawing {
  readonly stages: readonly BalanceStage[]
  readonly labels: readonly BalanceLabel[]
  /** Levels without a stage: they are not on the line and are named beside it. */
  readonly missing: readonly LevelId[]
}

/** Gives the line; its height grows with the number of levels that share a stage. */
export function balanceLine(balance: BalanceView, size: BalanceLineSize): BalanceDrawing {
  const { width, mark, lineHeight } = size
  const step = width / stageCount
  const placed = balance.marks.flatMap(({ levelId, stage }) => (stage === null ? [] : [{ levelId, stage }]))
  const groups = Array.from({ length: stageCount }, (_, stage) => placed.filter((one) => one.stage === stage))
  const tallest = Math.max(1, ...groups.map((group) => group.length))
  const axis = tallest * lineHeight + mark * 0.8
  const centre = (stage: number) => (stage + 0.5) * step

  const ticks = Array.from({ length: stageCount + 1 }, (_, index) => index * step)
  const inset = 0.5
  const tickX = (x: number) => Math.min(Math.max(x, inset), width - inset)
  const shapes: Shape[] = [
    stroked(path('M', 0, axis, 'H', width), neutral.line, 1.5),
    ...ticks.map((x) => stroked(path('M', tickX(x), axis - mark / 3, 'V', axis + mark / 3), neutral.outline, 1)),
  ]
  const taken = groups.flatMap((group, stage) => (group.length ? [stage] : []))
  const [first, last] = [taken.at(0), taken.at(-1)]
  if (first !== undefined && last !== undefined && first !== last) {
    shapes.push(stroked(path('M', centre(first), axis, 'H', centre(last)), neutral.ink, 2.5))
  }
  const labels: BalanceLabel[] = []
  groups.forEach((group, stage) => {
    group.forEach(({ levelId }, position) => {
      const x = centre(stage) + (position - (group.length - 1) / 2) * mark * 1.15
      shapes.push(levelMarkShape(levelId, x, axis, mark))
      const above = group.length - 1 - position
      labels.push({ levelId, x: centre(stage), y: axis - mark * 0.8 - above * lineHeight })
    })
  })
  return {
    width,
    height: axis + mark * 0.6 + lineHeight * 1.4,
    shapes,
    stages: groups.map((group, index) => ({
      index,
      x: centre(index),
      y: axis + mark * 0.6 + lineHeight,
      occupied: group.length > 0,
    })),
    labels,
    missing: balance.marks.flatMap(({ levelId, stage }) => (stage === null ? [levelId] : [])),
  }
}
