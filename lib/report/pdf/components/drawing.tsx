import { Path, Svg } from '@react-pdf/renderer'
import type { Drawing as ChartDrawing } from '../../../charts/shape'
import { tag } from '../tagging/tag'

interface DrawingProps {
  readonly drawing: ChartDrawing
  /** Text alternative; without one the drawing is decoration beside its own words. */
  readonly alt?: string
  readonly style?: { readonly marginRight?: number; readonly marginTop?: number; readonly marginBottom?: number }
}

/** Draws shapes of `lib/charts` as they are. */
export function Drawing({ drawing: { width, height, shapes }, alt, style = {} }: DrawingProps) {
  return (
    <Svg
      {...(alt ? tag('Figure', { alt }) : tag('Artifact'))}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={style}
    >
      {shapes.map(({ d, fill, stroke, strokeWidth, dash }, index) => (
        <Path
          key={index}
          d={d}
          fill={fill ?? 'none'}
          {...(stroke && { stroke, strokeWidth })}
          {...(dash && { strokeDasharray: dash.join(' ') })}
        />
      ))}
    </Svg>
  )
}
