/** Packs pixels for a PNG file, filtered as the PNG specification advises (12.7 Filter selection). */
import { deflateSync } from 'node:zlib'

/** Of zlib. The last level would save another 5 percent and take up to four times as long with pixels made for that. */
export const packingLevel = 8

interface Size {
  readonly width: number
  readonly height: number
  /** Bytes of a pixel. */
  readonly perPixel: number
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** What each filter takes a byte to be, by its neighbours; the place in the list is the filter's number. */
const guesses = [
  () => 0,
  (left: number) => left,
  (_left: number, above: number) => above,
  (left: number, above: number) => (left + above) >> 1,
  paeth,
] as const

/** Writes one row with one filter; gives how far its bytes are from zero. */
function filterRow(row: Uint8Array, above: Uint8Array, perPixel: number, filter: number, into: Uint8Array): number {
  const guess = guesses[filter]!
  let distance = 0
  into[0] = filter
  for (let x = 0; x < row.length; x += 1) {
    const value = (row[x]! - guess(row[x - perPixel] ?? 0, above[x]!, above[x - perPixel] ?? 0)) & 255
    into[x + 1] = value
    distance += value < 128 ? value : 256 - value
  }
  return distance
}

/** Each row with the filter that leaves the smallest bytes. */
function filterRows(pixels: Uint8Array, { width, height, perPixel }: Size, filters: readonly number[]): Uint8Array {
  const bytes = width * perPixel
  const scanlines = new Uint8Array(height * (1 + bytes))
  const tried = filters.map(() => new Uint8Array(1 + bytes))
  const nothing = new Uint8Array(bytes)
  for (let y = 0; y < height; y += 1) {
    const above = y === 0 ? nothing : pixels.subarray((y - 1) * bytes, y * bytes)
    const row = pixels.subarray(y * bytes, (y + 1) * bytes)
    const distances = filters.map((filter, n) => filterRow(row, above, perPixel, filter, tried[n]!))
    scanlines.set(tried[distances.indexOf(Math.min(...distances))]!, y * (1 + bytes))
  }
  return scanlines
}

/**
 * Packs pixels of 8 bits a channel into the body of IDAT.
 * @param size `filtered` tries filters, which help with shades of colour and never with numbers of a palette
 */
export function packPixels(pixels: Uint8Array, size: Size & { readonly filtered: boolean }): Uint8Array {
  const plain = deflateSync(filterRows(pixels, size, [0]), { level: packingLevel })
  if (!size.filtered) return plain
  // Flat colours pack better without, shades better with a filter.
  const filtered = deflateSync(filterRows(pixels, size, [0, 1, 2, 3, 4]), { level: packingLevel })
  return filtered.length < plain.length ? filtered : plain
}
