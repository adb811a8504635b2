/**
 * Where a long word may break. react-pdf breaks lines at spaces only and lets anything longer run out of its box, so long
 * words get break points here: German words at syllables with a hyphen, everything else (addresses, a row of dots,
 * 4,000 letters without a space) anywhere and without one.
 */
import { syllables } from '@react-pdf/hyphenate/de'

/** Up to this length a word fits every column. */
const longWord = 20
/** No German word is longer; beyond it is something else. */
const longestWord = 80
/** Letters in one unbreakable part of an address or the like. */
const chunk = 6

const germanWord = /^[„(]?[\p{Script=Latin}*:-]+[.,;:!?“)]*$/u

/** True if the word breaks at syllables and shows a hyphen there. */
export function breaksWithHyphen(word: string): boolean {
  return word.length <= longestWord && germanWord.test(word)
}

/** Cuts after each `chunk` characters, never inside a character, so that combining marks stay with their letter. */
function cut(text: string): string[] {
  if (text.length <= chunk) return [text]
  const characters = [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
  const parts: string[] = []
  for (let start = 0; start < characters.length; start += chunk) parts.push(characters.slice(start, start + chunk).join(''))
  return parts
}

/**
 * Parts between which a line may break, together the word itself.
 * A hyphen of its own ends a part, never begins one (`soften-hyphens.ts` relies on it).
 */
export function breakWord(word: string | null): string[] {
  if (!word) return []
  if (word.length <= longWord) return [word]
  if (!breaksWithHyphen(word)) return word.split(/(?<=[-/.,;:_@&=?])(?!-)/u).flatMap(cut)
  return word.split(/(?<=-)(?!-)/u).flatMap((part) => syllables(part))
}
