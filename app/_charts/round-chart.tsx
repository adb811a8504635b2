import type { RoundColumn } from '@/lib/charts/round-columns'
import type { Drawing } from '@/lib/charts/shape'
import { Shapes } from './drawing'
import { stageWords } from './stages'

interface RoundDrawing extends Drawing {
  readonly columns: readonly RoundColumn[]
  readonly bands?: readonly { readonly index: number; readonly y: number }[]
}

const longestName = 11

/** Names of rounds have a column's width; the full one stands in the table of the chart. */
const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name)

/** Room that the longest of the names needs, in the letters of these charts. */
export function nameWidthOf(names: readonly string[]): number {
  return Math.max(...names.map((name) => shortened(name).length), 1) * 9 + 10
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
          const over = x + nameWidthOf(names) / 2 > drawing.width
          return (
            <text key={index} x={over ? drawing.width : x} y={y} textAnchor={over ? 'end' : 'middle'}>
              {shortened(names[index] ?? '')}
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
