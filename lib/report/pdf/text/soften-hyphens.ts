/**
 * Corrects the hyphens the line breaker put at the end of lines: between the syllables of a word they become soft hyphens
 * (U+00AD), so that copied or read text is the word itself; in anything else they are taken out.
 */
import { nodeType, type LayoutNode, type TextLine } from '../tagging/layout-node'
import { textOf } from '../tagging/tag-pages'
import { breaksWithHyphen } from './break-word'

const softHyphen = 0xad

/** The word of `text` around `position`. */
function wordAround(text: string, position: number): string {
  const start = Math.max(text.lastIndexOf(' ', position - 1), text.lastIndexOf('\n', position - 1)) + 1
  const end = text.slice(position).search(/[ \n]/)
  return text.slice(start, end < 0 ? undefined : position + end)
}

function replaceLastGlyph(line: TextLine, keep: boolean): void {
  const run = line.runs.at(-1)
  if (!run?.glyphs?.length || !run.positions) return
  if (keep) {
    const font = run.attributes.font?.[0]
    if (!font?.hasGlyphForCodePoint(softHyphen)) return
    run.glyphs = [...run.glyphs.slice(0, -1), font.glyphForCodePoint(softHyphen)]
    line.string = `${line.string.slice(0, -1)}\u00ad`
    return
  }
  run.glyphs = run.glyphs.slice(0, -1)
  run.positions = run.positions.slice(0, -1)
  line.string = line.string.slice(0, -1)
}

/** Position reached in the text of each node; the parts of one node on several pages share their props. */
type Positions = Map<unknown, number>

function softenText(node: LayoutNode, positions: Positions): void {
  const text = textOf(node)
  let position = positions.get(node.props) ?? 0
  for (const line of node.lines ?? []) {
    const words = line.string.trimEnd()
    while (/\s/.test(text[position] ?? '') && !/^\s/.test(line.string)) position += 1
    // Found as it stands: whatever hyphen it ends with is the author's own.
    if (!words.endsWith('-') || text.startsWith(words, position)) {
      position += line.string.length
    } else {
      position += words.length - 1
      // After a hyphen of the word's own no second one is needed.
      replaceLastGlyph(line, text[position - 1] !== '-' && breaksWithHyphen(wordAround(text, position)))
    }
  }
  positions.set(node.props, position)
}

/** Walks the laid-out pages, in order, and corrects their lines in place. */
export function softenHyphens(pages: readonly LayoutNode[]): void {
  const positions: Positions = new Map()
  const visit = (node: LayoutNode): void => {
    if (node.type === nodeType.text) softenText(node, positions)
    else node.children?.forEach(visit)
  }
  pages.forEach(visit)
}
