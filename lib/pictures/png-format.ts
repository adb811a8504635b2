/** The parts of a PNG file that both sides need: the one that checks and the one that writes (ISO/IEC 15948, W3C PNG). */
import { crc32 } from 'node:zlib'

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const greyscale = 0
export const truecolour = 2
export const indexed = 3
const greyscaleAlpha = 4
export const truecolourAlpha = 6

/** Channels by colour type. */
export const channels: Readonly<Record<number, number>> = {
  [greyscale]: 1,
  [truecolour]: 3,
  [indexed]: 1,
  [greyscaleAlpha]: 2,
  [truecolourAlpha]: 4,
}

export interface PngHeader {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colorType: number
}

/** What the check leaves of a file: one header, and the three kinds of data that make the picture. */
export interface PngParts extends PngHeader {
  readonly interlaced: boolean
  /** Three bytes for each colour; of an indexed picture only. */
  readonly palette: Uint8Array | null
  /** The body of tRNS. */
  readonly transparency: Uint8Array | null
  /** All IDAT bodies, one after the other: packed by somebody else. */
  readonly data: Uint8Array
}

/** One chunk: length, type, body, checksum. */
export function pngChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + body.length)
  chunk.writeUInt32BE(body.length, 0)
  chunk.write(type, 4, 'latin1')
  chunk.set(body, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length)
  return chunk
}

/** A file that is not interlaced. @param body palette, transparency and packed scanlines, in their order */
export function pngFile(
  { width, height, depth, colorType }: PngHeader,
  body: readonly (readonly [type: string, body: Uint8Array])[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colorType, 0, 0, 0], 8)
  const chunks = [['IHDR', header] as const, ...body, ['IEND', new Uint8Array()] as const]
  return Buffer.concat([signature, ...chunks.map(([type, data]) => pngChunk(type, data))])
}

/** A part of the rows and columns: all of them, or one of the seven passes of an interlaced picture. */
export interface PngPass {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
  readonly width: number
  readonly height: number
}

const wholePicture = [[0, 0, 1, 1]] as const
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** The passes that hold at least one pixel, in the order of the file. */
export function passesOf({ width, height, interlaced }: Pick<PngParts, 'width' | 'height' | 'interlaced'>): PngPass[] {
  return (interlaced ? adam7 : wholePicture)
    .map(([left, top, across, down]) => {
      const size = { width: Math.ceil((width - left) / across), height: Math.ceil((height - top) / down) }
      return { left, top, across, down, ...size }
    })
    .filter((pass) => pass.width > 0 && pass.height > 0)
}

/** Bytes of one row without the filter byte before it. */
export function rowBytes(width: number, { depth, colorType }: Pick<PngHeader, 'depth' | 'colorType'>): number {
  return Math.ceil((width * depth * channels[colorType]!) / 8)
}
