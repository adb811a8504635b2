/**
 * Which characters the bundled fonts have, without opening them: a page that only warns need not load a font file. Generated
 * by `npx tsx scripts/write-font-coverage.ts`; a test compares it with the fonts.
 */
import coverage from '../../fonts/coverage.json' with { type: 'json' }

/** Above it nothing is printed, whatever the fonts have (see printable). */
const lastCodePoint = 0xffff

type Range = readonly [first: number, last: number]
const ranges: readonly Range[] = coverage.ranges.split(' ').map((range) => {
  const [first = '', last = first] = range.split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
})

/** True if a bundled font has the character. */
export function isCovered(codePoint: number): boolean {
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
}

/** Writes down what fonts cover, as `20-7e a0 …`. */
export function describeCoverage(covers: (codePoint: number) => boolean): string {
  const found: [number, number][] = []
  for (let codePoint = 0; codePoint <= lastCodePoint; codePoint += 1) {
    if (!covers(codePoint)) continue
    const range = found.at(-1)
    if (range && range[1] === codePoint - 1) range[1] = codePoint
    else found.push([codePoint, codePoint])
  }
  const hex = (codePoint: number) => codePoint.toString(16)
  return found.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(' ')
}
