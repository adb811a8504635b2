/** Lines that fill about two thirds of a page. */
const fewLines = 35

/**
 * Whether a block may be kept on one page (`wrap={false}`). A block longer than a page would lose text there, so it is kept
 * together only while it is certainly short, whoever wrote it.
 * @param charactersPerLine how many stand in a line of the block; too few rather than too many
 * @param texts what stands in it, one below the other
 */
export function keepTogether(charactersPerLine: number, ...texts: readonly string[]): boolean {
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => Math.max(1, Math.ceil(line.length / charactersPerLine)))
  return lines.reduce((sum, count) => sum + count, 0) <= fewLines
}
