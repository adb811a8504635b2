/**
 * PNG files made by hand, right and wrong ones, independent of the product's reader and writer: every kind of pixel, every
 * filter, interlaced or not, and what those pixels must look like.
 */
import { crc32, deflateSync } from 'node:zlib'

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface Shape {
  readonly width: number
  readonly height: number
  readonly colorType: number
  readonly depth: number
  readonly interlaced?: boolean
}

export interface Extras {
  readonly palette?: Uint8Array
  readonly transparency?: Uint8Array
}

/** A chunk with the right checksum. */
export function chunk(type: string, body: Uint8Array = new Uint8Array()): Buffer {
  const bytes = Buffer.alloc(12 + body.length)
  bytes.writeUInt32BE(body.length)
  bytes.write(type, 4, 'latin1')
  bytes.set(body, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length)
  return bytes
}

export function header({ width, height, colorType, depth, interlaced = false }: Shape): Buffer {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width)
  body.writeUInt32BE(height, 4)
  body.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8)
  return chunk('IHDR', body)
}

/** Signature and chunks, nothing added. */
export const fileOf = (...chunks: Buffer[]) => Buffer.concat([signature, ...chunks])

/** Types and bodies of the chunks of a file. */
export function chunksOf(file: Uint8Array): { type: string; body: Buffer }[] {
  const bytes = Buffer.from(file)
  const chunks = []
  for (let at = signature.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

const channelsOf = (colorType: number) => [1, 0, 3, 1, 2, 0, 4][colorType]!
/** Every colour type with its depths, without 16 bits. */
export const kinds: readonly (readonly [colorType: number, depths: readonly number[]])[] = [
  [0, [1, 2, 4, 8]],
  [2, [8]],
  [3, [1, 2, 4, 8]],
  [4, [8]],
  [6, [8]],
]

/** Values of pixels: from a small generator, so that each case is the same each time; at most `most`. */
export function someSamples({ width, height, colorType, depth }: Shape, most = 2 ** depth - 1): number[] {
  let state = width * 31 + height * 17 + colorType * 7 + depth
  return Array.from({ length: width * height * channelsOf(colorType) }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5
    return ((state ^ (state >>> 13)) >>> 8) % (most + 1)
  })
}

/** Colours for an indexed picture, all different. */
export const somePalette = (count: number) =>
  Uint8Array.from({ length: count * 3 }, (_, at) => (Math.floor(at / 3) * 37 + (at % 3) * 91) % 256)

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function filtered(rows: Buffer[], step: number): Buffer {
  const predict = (filter: number, a: number, b: number, c: number) => {
    const p = a + b - c
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
    return [0, a, b, Math.floor((a + b) / 2), pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter]!
  }
  return Buffer.concat(
    rows.map((row, y) => {
      const filter = y % 5
      const line = [...row].map((value, x) => {
        const above = rows[y - 1]
        return (value - predict(filter, row[x - step] ?? 0, above?.[x] ?? 0, above?.[x - step] ?? 0)) & 255
      })
      return Buffer.from([filter, ...line])
    }),
  )
}

/** Rows as they are packed into IDAT: each with a filter byte, the five filters in turn, and the passes of an interlaced picture. */
export function scanlines(shape: Shape, samples: readonly number[]): Buffer {
  const { width, height, colorType, depth, interlaced } = shape
  const count = channelsOf(colorType)
  const step = Math.max(1, (count * depth) / 8)
  return Buffer.concat(
    (interlaced ? passes : ([[0, 0, 1, 1]] as const)).map(([left, top, across, down]) => {
      const rows: Buffer[] = []
      for (let y = top; y < height && left < width; y += down) {
        const bits: string[] = []
        for (let x = left; x < width; x += across) {
          for (let n = 0; n < count; n += 1) bits.push(samples[(y * width + x) * count + n]!.toString(2).padStart(depth, '0'))
        }
        const text = bits.join('')
        const bytes = text.padEnd(Math.ceil(text.length / 8) * 8, '0').match(/.{8}/g) ?? []
        rows.push(Buffer.from(bytes.map((byte) => parseInt(byte, 2))))
      }
      return filtered(rows, step)
    }),
  )
}

/** A whole and right file. */
export function pngFile(
  shape: Shape,
  { palette, transparency }: Extras = {},
  samples: readonly number[] = someSamples(shape),
): Buffer {
  return fileOf(
    header(shape),
    ...(palette ? [chunk('PLTE', palette)] : []),
    ...(transparency ? [chunk('tRNS', transparency)] : []),
    chunk('IDAT', deflateSync(scanlines(shape, samples))),
    chunk('IEND'),
  )
}

/** Any right picture of a size: truecolour with alpha, 8 bits. */
export const picture = (width: number, height: number) => pngFile({ width, height, colorType: 6, depth: 8 })

/** What a reader must show: red, green, blue, alpha for each pixel. */
export function pixelsOf(
  { colorType, depth }: Pick<Shape, 'colorType' | 'depth'>,
  { palette, transparency }: Extras,
  samples: ArrayLike<number>,
): Buffer {
  const count = channelsOf(colorType)
  const scale = 255 / (2 ** depth - 1)
  const pixels: number[] = []
  for (let at = 0; at < samples.length; at += count) {
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => samples[at + n]!) as [number, number, number, number]
    const key = transparency && [1, 3, 5].map((n) => transparency[n])
    switch (colorType) {
      case 0:
        pixels.push(a * scale, a * scale, a * scale, key?.[0] === a ? 0 : 255)
        break
      case 2:
        pixels.push(a, b, c, key && key[0] === a && key[1] === b && key[2] === c ? 0 : 255)
        break
      case 3:
        pixels.push(palette![a * 3]!, palette![a * 3 + 1]!, palette![a * 3 + 2]!, transparency?.[a] ?? 255)
        break
      case 4:
        pixels.push(a, a, a, b)
        break
      default:
        pixels.push(a, b, c, d)
    }
  }
  return Buffer.from(pixels)
}

/**
 * The attack: a reader that checks one header and believes the other promises a row that the file does not hold, and hands
 * out memory in its place.
 */
export function twoHeaders(order: 'small-first' | 'large-first', width: number, height = 1): Buffer {
  const small = header({ width: 1, height: 1, colorType: 6, depth: 16 })
  const large = header({ width, height, colorType: 6, depth: 8 })
  const headers = order === 'small-first' ? [small, large] : [large, small]
  return fileOf(...headers, chunk('IDAT', deflateSync(Buffer.alloc(9))), chunk('IEND'))
}
