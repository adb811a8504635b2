/**
 * The part of react-pdf's layout tree that tagging reads and extends. Positions are in points, relative to the parent,
 * from its upper left corner.
 */
import type { Tag } from './tag'

export interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** A font as fontkit gives it. */
export interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}
export interface FontFace {
  readonly unitsPerEm: number
  glyphForCodePoint(codePoint: number): Glyph
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** One run of glyphs in one font; textkit's lines may be edited until they are drawn. */
export interface TextRun {
  glyphs?: Glyph[]
  positions?: { xAdvance: number }[]
  xAdvance?: number
  attributes: { font?: FontFace[]; fontSize?: number }
}
export interface TextLine {
  string: string
  runs: TextRun[]
}

export interface LayoutNode {
  readonly type: string
  readonly props?: {
    readonly tag?: Tag
    readonly fixed?: boolean
    readonly furniture?: boolean
    readonly paint?: () => null
    /** Name of a destination, or what to run instead (`callback-node.ts`). */
    readonly id?: string | (() => void)
  }
  readonly box?: Box
  readonly style?: object
  readonly children?: readonly LayoutNode[]
  readonly lines?: TextLine[]
  /** Of a TEXT_INSTANCE. */
  readonly value?: string
}

/** Node types of the layout tree. */
export const nodeType = { text: 'TEXT', svg: 'SVG', image: 'IMAGE', canvas: 'CANVAS', link: 'LINK' } as const

/** Calls `visit` for every node below `node`, with its corner on the page. */
export function walk(node: LayoutNode, visit: (node: LayoutNode, left: number, top: number) => void, left = 0, top = 0): void {
  const [x, y] = [left + (node.box?.left ?? 0), top + (node.box?.top ?? 0)]
  visit(node, x, y)
  for (const child of node.children ?? []) walk(child, visit, x, y)
}
