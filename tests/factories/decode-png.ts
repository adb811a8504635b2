import { decode } from 'fast-png'
import { chunksOf, pixelsOf } from './png'

/** One value for each channel, from rows in which several may share a byte. */
function unpacked(
  rows: ArrayLike<number>,
  { width, height, depth }: { width: number; height: number; depth: number },
  count: number,
) {
  const bytes = Math.ceil((width * count * depth) / 8)
  return Array.from({ length: width * height * count }, (_, at) => {
    const [y, bit] = [Math.floor(at / (width * count)), (at % (width * count)) * depth]
    return (rows[y * bytes + Math.floor(bit / 8)]! >> (8 - depth - (bit % 8))) & (2 ** depth - 1)
  })
}

/** Decodes a file that is not interlaced: size, and red, green, blue, alpha for each pixel. */
export function decodePng(file: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const { width, height, data, depth, channels } = decode(new Uint8Array(file), { checkCrc: true })
  const body = (wanted: string) => chunksOf(file).find(({ type }) => type === wanted)?.body
  const colorType = body('IHDR')![9]!
  const extras = { palette: body('PLTE'), transparency: body('tRNS') }
  return { width, height, pixels: pixelsOf({ colorType, depth }, extras, unpacked(data, { width, height, depth }, channels)) }
}
