import { lyingLadder } from '@/lib/charts/ladder'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { Ladder } from '@/lib/report/types'
import { Shapes } from './drawing'

const size = { rung: { width: 26, height: 14, gap: 2 }, mark: 0, overhang: 2 }

/** One row of the matrix. Silent: the stage stands beside it as a word. */
export function LyingLadderChart({ ladder, level }: { ladder: Ladder; level: LevelId }) {
  const drawing = lyingLadder(ladder, level, size)
  return (
    <svg
      className="dec-lying"
      aria-hidden="true"
      focusable="false"
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
    </svg>
  )
}
