/**
 * Makes any text printable with the bundled fonts, and loses nothing silently: a character that no font has is shown as □
 * and counted, so that the report can say so; the original stays readable for assistive technology.
 */
const replacement = '□'
/** What the text of the product is made of: no need to look closer. */
const ordinary = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/u
/** Marks that only steer direction or appearance. In a report of others they could turn words around: taken out. */
const steering = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu

/** Control characters; and whatever takes two UTF-16 units, because the layout then sets what follows over each other. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u{10000}-\u{10ffff}]/u

/** Two blank lines and more say no more than one, and take room on paper. */
const blankLines = /\n(?:[^\S\n]*\n){2,}/gu
/** No script that the bundled fonts have puts more than a few marks on a letter; thousands would be shaped one by one and cover a page. */
const mostMarks = 8

/** „Kap. 5“, „20 %“: what belongs together stays on one line. */
const bind = (text: string) => text.replace(/(\p{L}{1,3}\.) (?=\d)|(\d) (?=[%€])/gu, '$1$2\u00a0')

const layOut = (text: string) => bind(text.replace(blankLines, '\n\n'))

export interface PrintableTexts {
  /** Number of characters replaced so far. */
  readonly replaced: number
  /** What was replaced so far, each once. */
  readonly unprinted: readonly string[]
  /** A text as it can be printed. */
  print(text: string): string
  /** The original of a printed text in which something was replaced; undefined if nothing was or two texts look alike. */
  originalOf(printed: string): string | undefined
}

/** @param covers whether the bundled fonts have a character, by code point */
export function createPrintableTexts(covers: (codePoint: number) => boolean): PrintableTexts {
  const originals = new Map<string, string | null>()
  const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' })
  const unprinted = new Set<string>()
  let replaced = 0

  function printSegment(segment: string): string {
    const bare = segment.replace(steering, '')
    // Of a flag, a family or a face in a skin tone one □ is left, not four.
    const characters = [...bare]
    const fine =
      characters.length <= 1 + mostMarks &&
      characters.every((character) => !unprintable.test(character) && covers(character.codePointAt(0) ?? 0))
    if (fine) return bare
    replaced += 1
    unprinted.add(segment)
    return replacement
  }

  function print(text: string): string {
    return layOut(ordinary.test(text) ? text : printUnusual(text))
  }

  function printUnusual(text: string): string {
    const plain = text
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[\t\u2000-\u200a\u205f\u3000]/g, ' ')
      .replace(/[\u202f\u2007]/g, '\u00a0')
      .replace(/[\u2010\u2011]/g, '-')
      .normalize('NFC')
    const before = replaced
    const lines = plain
      .split('\n')
      .map((line) => [...segmenter.segment(line)].map(({ segment }) => printSegment(segment)).join(''))
    const printed = lines.join('\n')
    if (replaced > before) {
      const key = layOut(printed)
      originals.set(key, originals.has(key) && originals.get(key) !== text ? null : text)
    }
    return printed
  }

  return {
    get replaced() {
      return replaced
    },
    get unprinted() {
      return [...unprinted]
    },
    print,
    originalOf: (printed) => originals.get(printed) ?? undefined,
  }
}

/** The same data with every text in it made printable. Keys and everything that is not text stay as they are. */
export function printableData<T>(data: T, texts: PrintableTexts): T {
  if (typeof data === 'string') return texts.print(data) as T
  if (Array.isArray(data)) return data.map((entry: unknown) => printableData(entry, texts)) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData<unknown>(value, texts)])) as T
}
