/**
 * Gives squeezed word spaces their natural width back. The line breaker fills a line by narrowing its spaces by up to a
 * third; in text that is not justified such lines stand out. Widened again, they end a few points further right, where
 * ragged text has room.
 */
import { nodeType, type LayoutNode, type TextRun } from '../tagging/layout-node'

const space = 0x20

function relaxRun(run: TextRun): void {
  const { glyphs, positions, attributes } = run
  const font = attributes.font?.[0]
  if (!glyphs || !positions || !font || !attributes.fontSize) return
  const scale = attributes.fontSize / font.unitsPerEm
  let gained = 0
  run.positions = positions.map((position, index) => {
    const glyph = glyphs[index]
    const natural = (glyph?.advanceWidth ?? 0) * scale
    if (glyph?.codePoints[0] !== space || position.xAdvance >= natural) return position
    gained += natural - position.xAdvance
    return { ...position, xAdvance: natural }
  })
  if (run.xAdvance !== undefined) run.xAdvance += gained
}

/** Walks the laid-out pages and widens squeezed spaces in place. */
export function relaxSpaces(pages: readonly LayoutNode[]): void {
  const seen = new Set<TextRun>()
  const visit = (node: LayoutNode): void => {
    if (node.type !== nodeType.text) {
      node.children?.forEach(visit)
      return
    }
    for (const run of node.lines?.flatMap(({ runs }) => runs) ?? []) {
      if (!seen.has(run)) relaxRun(run)
      seen.add(run)
    }
  }
  pages.forEach(visit)
}
