import type { RoundColumn } from '@/lib/charts/round-columns'
import { namesInChart, nameWidthOf } from '@/lib/charts/round-names'
import type { Drawing } from '@/lib/charts/shape'
import { Shapes } from './drawing'
import { stageWords } from './stages'

interface RoundDrawing extends Drawing {
  readonly columns: readonly RoundColumn[]
  readonly bands?: readonly { readonly index: number; readonly y: number }[]
}

interface RoundChartProps {
  alt: string
  names: readonly string[]
  wide: RoundDrawing
  /** The same for a narrow screen, with room for the words. */
  narrow: RoundDrawing
}

function Picture({
  drawing,
  names,
  alt,
  className,
}: {
  drawing: RoundDrawing
  names: readonly string[]
  alt: string
  className: string
}) {
  const shownNames = namesInChart(names)
  const room = nameWidthOf(names)
  return (
    <svg
      className={`dec-rounds ${className}`}
      role="img"
      aria-label={alt}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
      {drawing.bands?.map(({ index, y }) => (
        <text key={index} x={0} y={y} dominantBaseline="central" className="dec-soft">
          {stageWords[index]}
        </text>
      ))}
      {drawing.columns
        .filter(({ shown }) => shown)
        .map(({ index, x, y }) => {
          const over = x + room / 2 > drawing.width
          return (
            <text key={index} x={over ? drawing.width : x} y={y} textAnchor={over ? 'end' : 'middle'}>
              {shownNames[index]}
            </text>
          )
        })}
    </svg>
  )
}

/** A chart over rounds, once for wide and once for narrow screens; only one of the two is shown and read out. */
export function RoundChart({ alt, names, wide, narrow }: RoundChartProps) {
  return (
    <>
      <Picture drawing={wide} names={names} alt={alt} className="dec-rounds--wide" />
      <Picture drawing={narrow} names={names} alt={alt} className="dec-rounds--narrow" />
    </>
  )
}
