import { standingLadder } from '@/lib/charts/ladder'
import type { LevelId, StageId } from '@/lib/questionnaire/schema'
import type { Ladder } from '@/lib/report/types'
import { t } from '@/app/_lib/text'
import { Shapes } from './drawing'

const stageIds: readonly StageId[] = ['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert']
const large = { rung: { width: 72, height: 24, gap: 4 }, mark: 18, overhang: 5 }
const small = { rung: { width: 80, height: 16, gap: 4 }, mark: 14, overhang: 5 }
const textWidth = 176

interface LadderChartProps {
  ladder: Ladder
  level: LevelId
  /** Without words: they stand beside it. */
  compact?: boolean
}

/** Five rungs, „am Anfang“ at the bottom, with the words beside them. */
export function LadderChart({ ladder, level, compact = false }: LadderChartProps) {
  const drawing = standingLadder(ladder, level, compact ? small : large)
  const width = compact ? drawing.width : drawing.width + textWidth
  return (
    <svg
      className="dec-ladder"
      role="img"
      aria-label={ladder.alt}
      width={width}
      height={drawing.height}
      viewBox={`0 0 ${width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
      {!compact &&
        drawing.rungs.map(({ y, height, state, current }, index) => (
          <text key={index} x={drawing.width + 10} y={y + height / 2 + 5.5} className={current ? 'dec-now' : 'dec-soft'}>
            {t(`common.stage.${stageIds[index]!}`)}
            {(state === 'open' || state === 'capped') && t(`result.rung.${state}`)}
          </text>
        ))}
    </svg>
  )
}
