/**
 * Shaping text (ligatures, kerning) is half of the time a report takes, and most of its words occur many times. So a font
 * shapes each word once and remembers its glyphs.
 */
import type { Glyph } from '../tagging/layout-node'

interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly object[]
}

/** The part of a fontkit font that textkit calls. */
export interface ShapingFont {
  layout(text: string, features?: readonly string[], script?: string, language?: string, direction?: string): GlyphRun
}

/** Scripts in which words do not change each other, and no combining marks. */
const simple = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2026\u20ac]+$/u

/** Makes `layout` of a font remember words. Kerning around spaces is lost; nobody sees it. */
export function rememberWords(font: ShapingFont): void {
  const shape = font.layout.bind(font)
  const known = new Map<string, GlyphRun>()

  const shapeWord = (word: string): GlyphRun => {
    const found = known.get(word)
    if (found) return found
    const run = shape(word, undefined, undefined, undefined, 'ltr')
    known.set(word, run)
    return run
  }

  font.layout = (text, features, script, language, direction) => {
    if (features?.length || direction !== 'ltr' || !simple.test(text)) return shape(text, features, script, language, direction)
    const runs = text.split(/( )/u).flatMap((word) => (word === '' ? [] : [shapeWord(word)]))
    return { glyphs: runs.flatMap(({ glyphs }) => glyphs), positions: runs.flatMap(({ positions }) => positions) }
  }
}
