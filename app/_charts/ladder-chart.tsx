import { standingLadder } from '@/lib/charts/ladder'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { Ladder } from '@/lib/report/types'
import { Shapes } from './drawing'

const large = { rung: { width: 64, height: 24, gap: 4 }, mark: 18, overhang: 5 }
const small = { rung: { width: 80, height: 16, gap: 4 }, mark: 14, overhang: 5 }

interface LadderChartProps {
  ladder: Ladder
  level: LevelId
  compact?: boolean
}

/** Five rungs, „am Anfang“ at the bottom. */
export function LadderChart({ ladder, level, compact = false }: LadderChartProps) {
  const drawing = standingLadder(ladder, level, compact ? small : large)
  return (
    <svg
      className={compact ? 'dec-ladder dec-ladder--small' : 'dec-ladder'}
      role="img"
      aria-label={ladder.alt}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
    </svg>
  )
}
