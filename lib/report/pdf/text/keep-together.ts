/** Characters that fill less than a page even in the narrowest column, where about 15 stand in a line. */
const fewCharacters = 500
const charactersPerLine = 15

/**
 * Whether a block may be kept on one page (`wrap={false}`). Something longer than a page would lose text there, so a text
 * that users wrote is kept together only while it is certainly short.
 */
export function keepTogether(...texts: readonly string[]): boolean {
  return texts.every((text) => text.length + (text.split('\n').length - 1) * charactersPerLine <= fewCharacters)
}
