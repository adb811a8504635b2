/**
 * Characters a terminal or a reader would obey instead of showing: controls (also escape sequences), direction marks,
 * separators of lines, blanks of no width, tags, halves of surrogate pairs.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Gives a text in which what cannot be seen is written out (`\u{1b}`): safe to print, whatever a file contains. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
}
