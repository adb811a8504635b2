import { t } from '@/app/_lib/text'
import { changeParts, partNames, partSwatch } from '@/lib/charts/change-parts'
import { changeTrack } from '@/lib/charts/change-track'
import { levelMarkShape } from '@/lib/charts/level-mark'
import { neutral } from '@/lib/charts/palette'
import type { Drawing } from '@/lib/charts/shape'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { FactorChangeView, SplitView } from '@/lib/report/progress-types'
import { Shapes } from './drawing'

function Silent({ drawing, className }: { drawing: Drawing; className: string }) {
  const { width, height } = drawing
  return (
    <svg
      className={className}
      aria-hidden="true"
      focusable="false"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Shapes drawing={drawing} />
    </svg>
  )
}

interface TrackChartProps {
  figure: Pick<FactorChangeView, 'before' | 'after' | 'comparable' | 'levelId'>
}

/** One factor or level in two rounds. Silent: both stages stand beside it as words. */
export function TrackChart({ figure }: TrackChartProps) {
  const drawing = changeTrack(figure, figure.levelId, { width: 138, height: 22, gap: 2, mark: 16 })
  return <Silent drawing={drawing} className="dec-track" />
}

/** The three parts of a change around zero. */
export function PartsChart({ split, level, scale }: { split: SplitView; level: LevelId; scale: number }) {
  const drawing = changeParts(split, level, scale, { width: 260, bar: 16, gap: 8, words: 92 })
  return (
    <svg
      className="dec-parts"
      role="img"
      aria-label={split.alt}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
      {drawing.rows.map(({ part, y }) => (
        <text key={part} x={0} y={y} dominantBaseline="central">
          {t(`progress.part.${part}`)}
        </text>
      ))}
    </svg>
  )
}

/** What filling, hatch and dash mean for the parts of a change. */
export function PartsKey() {
  return (
    <ul className="dec-key" aria-label={t('result.key.label')}>
      {partNames.map((part) => (
        <li key={part}>
          <Silent drawing={partSwatch(part, 32, 16)} className="dec-swatch" />
          {t(`progress.page.key.${part}`)}
        </li>
      ))}
    </ul>
  )
}

const mark = (hollow: boolean): Drawing => ({
  width: 16,
  height: 16,
  shapes: [
    levelMarkShape('vor-ort', 8, 8, 16, neutral.quiet),
    ...(hollow ? [levelMarkShape('vor-ort', 8, 8, 9.5, neutral.paper)] : []),
  ],
})

/** What hollow and filled marks mean on a track. */
export function TrackKey({ before, after }: { before: string; after: string }) {
  return (
    <ul className="dec-key" aria-label={t('result.key.label')}>
      <li>
        <Silent drawing={mark(true)} className="dec-swatch--mark" />
        {before}
      </li>
      <li>
        <Silent drawing={mark(false)} className="dec-swatch--mark" />
        {after}
      </li>
    </ul>
  )
}
