/** How figures and lists are written in German sentences. Pure text; the sentences themselves are messages. */
import type Fraction from 'fraction.js'

/** Whole points for a reader: floored, never rounded up, so that no stage looks reached that is not (R2). */
export function wholePoints(value: Fraction): number {
  return Number(value.floor().valueOf())
}

/** A number with decimal comma, a true minus and at most `decimals` digits, e.g. 62.5 → „62,5“; −3.5 → „−3,5“. */
export function germanNumber(value: number, decimals = 2): string {
  return new Intl.NumberFormat('de-DE', { maximumFractionDigits: decimals }).format(value).replace('-', '\u2212')
}

/** An exact fraction as the reader can multiply it: halves stay halves („62,5“), others are cut after two digits. */
export function exactNumber(value: Fraction): string {
  return germanNumber(Number(value.mul(100).floor().valueOf()) / 100)
}

/** A share as whole per cent, floored. */
export function percent(share: Fraction): number {
  return Number(share.mul(100).floor().valueOf())
}

/** „a“, „a und b“, „a, b und c“. */
export function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat('de-DE', { type: 'conjunction' }).format(words)
}

/** `23.11.2026`, the day in Berlin. */
export function germanDate(date: Date): string {
  return new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(date)
}

/** `14:03` in Berlin. */
export function germanTime(date: Date): string {
  return new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(date)
}

/** `2026-11-23`, the day in Berlin. */
export function isoDate(date: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(date)
}

/** `2026-11-23` → `23.11.2026`, without going through a time zone. */
export function germanDay(isoDay: string): string {
  return isoDay.split('-').reverse().join('.')
}

/** First letter large, for a sentence that begins with a phrase from the content. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de-DE') + text.slice(1)
}

/** Cuts a text to a number of characters: after a sentence if that leaves half of it, else after a word, with „…“. */
export function shortenText(text: string, longest: number): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest - 2)
  const sentence = Math.max(...['. ', '? ', '; '].map((end) => start.lastIndexOf(end)))
  if (sentence > longest / 2) return `${start.slice(0, sentence + 1)} …`
  const word = start.lastIndexOf(' ')
  return `${(word > longest / 2 ? start.slice(0, word) : start).trimEnd()} …`
}

/** Chapters as one citation: `Kap. 3; 5.2.2; 6` without the word. */
export function chapterList(chapters: readonly string[]): string {
  return chapters.join('; ')
}

/** Letters that do not fall apart into a plain letter and a mark. */
const spelt: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ł: 'l',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
}

/** A name as part of a file name: lower case, umlauts spelt out, everything else a hyphen. */
export function fileNamePart(text: string): string {
  return text
    .toLocaleLowerCase('de-DE')
    .replace(/[äöüßłøæœđı]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
