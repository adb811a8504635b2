/** The coat of arms: a PNG from outside, checked before anything else touches it. */
import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { AppError } from '../errors'
import { limits } from './limits'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture needs. Everything else (texts, camera data, previews, animations) is left out. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

const badImage = (reason: 'content' | 'size' | 'missing', cause?: unknown) =>
  new AppError('bad-image', { fields: [{ field: 'file', code: 'bad-image', values: { reason } }], cause })

/** Splits a PNG into its chunks; throws if the lengths do not add up. */
function chunksOf(file: Buffer): { type: string; bytes: Buffer; data: Buffer }[] {
  const chunks = []
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) throw new RangeError('a chunk goes beyond the end of the file')
    const type = file.toString('latin1', at + 4, at + 8)
    chunks.push({ type, bytes: file.subarray(at, end), data: file.subarray(at + 8, end - 4) })
    at = end
    if (type === 'IEND') break
  }
  return chunks
}

/** Channels by colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** First column, first row and steps of the seven passes of an interlaced picture. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Bytes that the unpacked pixels of a header take: each row has a filter byte before it. */
function unpackedLength(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bits = header[8]! * (channels[header[9]!] ?? 0)
  const size = (columns: number, rows: number) => (columns > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0)
  if (header[12] === 0) return size(width, height)
  return passes.reduce(
    (sum, [left, top, across, down]) =>
      sum + size(Math.ceil((width - left) / across), Math.max(0, Math.ceil((height - top) / down))),
    0,
  )
}

/**
 * Unpacks the pixels before the reader does: where they are cut short, the reader fills up with whatever lies in memory, and a
 * wrong checksum would make the report fail later.
 * @throws RangeError or zlib's error if they are not complete and whole
 */
function checkPixels(header: Buffer, data: Buffer): void {
  const expected = unpackedLength(header)
  if (inflateSync(data, { maxOutputLength: Math.max(1, expected) }).length !== expected)
    throw new RangeError('pixels are missing')
}

/**
 * Checks an uploaded picture and brings it into the form that the report can print: at most 8 bits a channel, not interlaced,
 * without metadata.
 * @throws AppError `body-too-large` over 200 KB; `bad-image` if it is no readable PNG or has more than 2,000 pixels on a side
 */
export function checkPng(upload: Uint8Array): Uint8Array {
  const tooLarge = () =>
    new AppError('body-too-large', { fields: [{ field: 'file', code: 'body-too-large', values: { limit: '200 KB' } }] })
  if (upload.length === 0) throw badImage('missing')
  if (upload.length > limits.coatOfArms) throw tooLarge()
  const file = Buffer.from(upload)
  if (!file.subarray(0, signature.length).equals(signature)) throw badImage('content')
  try {
    const chunks = chunksOf(file)
    const header = chunks[0]
    if (header?.type !== 'IHDR' || header.data.length !== 13) throw new RangeError('no header')
    const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)]
    // Looked at before unpacking: a small file can unpack to gigabytes.
    if (width > limits.coatOfArmsSide || height > limits.coatOfArmsSide) throw badImage('size')
    checkPixels(header.data, Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
    const [bitDepth, interlaced] = [header.data[8]!, header.data[12] !== 0]
    const clean = Buffer.concat([signature, ...chunks.filter(({ type }) => kept.has(type)).map(({ bytes }) => bytes)])
    const picture = PNG.sync.read(clean)
    const printable = bitDepth <= 8 && !interlaced
    const result = printable ? clean : PNG.sync.write(picture, { colorType: 6, bitDepth: 8, deflateLevel: 9 })
    if (result.length > limits.coatOfArms) throw tooLarge()
    return new Uint8Array(result)
  } catch (error) {
    throw error instanceof AppError ? error : badImage('content', error)
  }
}
