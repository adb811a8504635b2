import type { Drawing as DrawingData } from '@/lib/charts/shape'

/** The shapes of a chart as paths: the same geometry as in the PDF. */
export function Shapes({ drawing }: { drawing: DrawingData }) {
  return drawing.shapes.map(({ d, fill, stroke, strokeWidth, dash }, index) => (
    <path
      key={index}
      d={d}
      fill={fill ?? 'none'}
      stroke={stroke ?? undefined}
      strokeWidth={stroke ? strokeWidth : undefined}
      strokeDasharray={dash?.join(' ')}
    />
  ))
}
