/**
 * The one thing charts are made of: a path with its paint. Web JSX draws it as `<path>`, react-pdf as `<Path>`.
 * Coordinates grow to the right and downwards, in the unit of the caller (px on screen, pt in the PDF).
 */
export interface Shape {
  /** SVG path data, absolute commands only. */
  readonly d: string
  /** Colour, or null for no filling. */
  readonly fill: string | null
  /** Colour, or null for no outline. */
  readonly stroke: string | null
  readonly strokeWidth: number
  /** Lengths of dash and gap, or null for an unbroken line. */
  readonly dash: readonly [number, number] | null
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A finished chart: its size and what to draw, bottom first. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** A number as it stands in path data: at most two decimals, so that the same input gives the same text. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Path data from commands and numbers: `path('M', 1, 2, 'L', 3, 4)`. */
export function path(...parts: readonly (string | number)[]): string {
  return parts.map((part) => (typeof part === 'number' ? coordinate(part) : part)).join(' ')
}

/** Closed outline of a rectangle, drawn `inset` inside its edges (half a line width keeps a line within them). */
export function rectanglePath({ x, y, width, height }: Rectangle, inset = 0): string {
  return path('M', x + inset, y + inset, 'H', x + width - inset, 'V', y + height - inset, 'H', x + inset, 'Z')
}

/** A shape that is only filled. */
export function filled(d: string, fill: string): Shape {
  return { d, fill, stroke: null, strokeWidth: 0, dash: null }
}

/** A line, or the outline of a shape without filling. */
export function stroked(d: string, stroke: string, strokeWidth: number, dash: Shape['dash'] = null): Shape {
  return { d, fill: null, stroke, strokeWidth, dash }
}
