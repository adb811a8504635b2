/** The answered share of each round, as columns. */
import { neutral } from './palette'
import { roundColumns, type RoundColumn } from './round-columns'
import { filled, path, rectanglePath, stroked, type Drawing } from './shape'

export interface ColumnsSize {
  readonly width: number
  readonly height: number
  /** Room below for the names of the rounds. */
  readonly names: number
  /** Room that the longest of these names needs. */
  readonly nameWidth: number
  /** Widest a column may be. */
  readonly column: number
}

export interface ColumnsDrawing extends Drawing {
  readonly columns: readonly RoundColumn[]
}

/** Gives the columns against 100 %; a round to which nothing applies has none. */
export function shareColumns(
  shares: readonly (number | null)[],
  { width, height, names, nameWidth, column }: ColumnsSize,
): ColumnsDrawing {
  const columns = roundColumns(shares.length, { x: 0, width, y: height + names * 0.75, nameWidth })
  const own = Math.min(column, (width / Math.max(1, shares.length)) * 0.7)
  return {
    width,
    height: height + names,
    columns,
    shapes: [
      ...shares.flatMap((share, index) => {
        const x = columns[index]!.x - own / 2
        const full = height * (share ?? 0)
        return [
          filled(rectanglePath({ x, y: 0, width: own, height }), neutral.pale),
          ...(full > 0 ? [filled(rectanglePath({ x, y: height - full, width: own, height: full }), neutral.quiet)] : []),
        ]
      }),
      stroked(path('M', 0, height - 0.5, 'H', width), neutral.line, 1),
    ],
  }
}
