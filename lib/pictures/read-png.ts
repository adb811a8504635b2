/**
 * The first look at a PNG from outside: cheap, without unpacking anything. What comes out has one header, and nothing that
 * the check does not know.
 */
import { crc32 } from 'node:zlib'
import { AppError } from '../errors'
import { badImage } from './bad-image'
import { pictureLimits } from './limits'
import { channels, greyscale, indexed, signature, truecolour, type PngHeader, type PngParts } from './png-format'

interface Chunk {
  readonly type: string
  readonly body: Buffer
}

/** An upper-case first letter says that a picture cannot be understood without this chunk. */
const isCritical = (type: string) => /^[A-Z]/.test(type)
const critical = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])

/** Splits a file into its chunks. @throws RangeError unless lengths and checksums are right and IEND is the end of the file */
function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < file.length;) {
    if (at + 12 > file.length) throw new RangeError('half a chunk')
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) throw new RangeError('a chunk goes beyond the end of the file')
    const type = file.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(type)) throw new RangeError('a chunk without a type')
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw new RangeError(`wrong checksum of ${type}`)
    chunks.push({ type, body: file.subarray(at + 8, end - 4) })
    at = end
  }
  return chunks
}

/** @throws RangeError for an order that the PNG rules do not allow: of several headers a reader might believe another one */
function checkOrder(chunks: readonly Chunk[]): void {
  const seen = new Set<string>()
  chunks.forEach(({ type, body }, index) => {
    const before = chunks[index - 1]?.type
    if (isCritical(type) && !critical.has(type)) throw new RangeError(`unknown chunk ${type}`)
    if ((type === 'IHDR') !== (index === 0)) throw new RangeError('one header, at the beginning')
    if ((type === 'IEND') !== (index === chunks.length - 1)) throw new RangeError('one end, at the end')
    if (type === 'IEND' && body.length > 0) throw new RangeError('something in the end')
    if (type === 'IDAT' && seen.has('IDAT') && before !== 'IDAT') throw new RangeError('pixels in two places')
    if ((type === 'PLTE' || type === 'tRNS') && (seen.has(type) || seen.has('IDAT'))) throw new RangeError(`${type} out of place`)
    if (type === 'PLTE' && seen.has('tRNS')) throw new RangeError('tRNS before its palette')
    seen.add(type)
  })
  if (!seen.has('IDAT')) throw new RangeError('no pixels')
}

/** Bit depths by colour type. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

function readHeader(body: Buffer): PngHeader & { interlaced: boolean } {
  if (body.length !== 13) throw new RangeError('a header has 13 bytes')
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
  const [depth, colorType, compression, filter, interlace] = [...body.subarray(8)] as [number, number, number, number, number]
  if (!depths[colorType]?.includes(depth)) throw new RangeError('no such colour type and depth')
  if (compression !== 0 || filter !== 0 || interlace > 1) throw new RangeError('no such method')
  if (width === 0 || height === 0) throw new RangeError('no pixels')
  if (width > pictureLimits.side || height > pictureLimits.side) throw badImage('size')
  if (depth > pictureLimits.depth) throw badImage('depth')
  return { width, height, depth, colorType, interlaced: interlace === 1 }
}

function checkPalette({ colorType, depth }: PngHeader, palette: Buffer | undefined): void {
  if (palette === undefined) {
    if (colorType === indexed) throw new RangeError('no palette')
    return
  }
  const colours = palette.length / 3
  const most = colorType === indexed ? 2 ** depth : 256
  if (channels[colorType]! < 3 && colorType !== indexed) throw new RangeError('a palette for grey')
  if (!Number.isInteger(colours) || colours < 1 || colours > most) throw new RangeError('a palette of a wrong length')
}

function checkTransparency({ colorType }: PngHeader, transparency: Buffer | undefined, palette: Buffer | undefined): void {
  if (transparency === undefined) return
  const { length } = transparency
  const fits =
    (colorType === greyscale && length === 2) ||
    (colorType === truecolour && length === 6) ||
    (colorType === indexed && length > 0 && length <= palette!.length / 3)
  if (!fits) throw new RangeError('tRNS of a wrong length')
}

/** A copy that shares no memory with anything: what goes to another thread takes all of its memory along. */
const copyOf = (bytes: Buffer | undefined) => (bytes === undefined ? null : new Uint8Array(bytes))

/**
 * Checks how a PNG file is put together and gives what makes its picture. Texts, camera data, colour profiles, previews,
 * animations and all other chunks that a reader may ignore are left out. The pixels are neither unpacked nor looked at.
 * @param limit most bytes of the file
 * @throws AppError `body-too-large`; `bad-image` if it is no PNG or a damaged one, has more than 1,000 pixels on a side or
 * 16 bits a channel
 */
export function readPng(upload: Uint8Array, limit: number): PngParts {
  if (upload.length === 0) throw badImage('missing')
  if (upload.length > limit) {
    const values = { limit: `${limit / 1024} KB` }
    throw new AppError('body-too-large', { fields: [{ field: 'file', code: 'body-too-large', values }] })
  }
  const file = Buffer.from(upload.buffer, upload.byteOffset, upload.length)
  if (!file.subarray(0, signature.length).equals(signature)) throw badImage('content')
  try {
    const chunks = chunksOf(file)
    checkOrder(chunks)
    const bodyOf = (wanted: string) => chunks.find(({ type }) => type === wanted)?.body
    const header = readHeader(bodyOf('IHDR')!)
    const [palette, transparency] = [bodyOf('PLTE'), bodyOf('tRNS')]
    checkPalette(header, palette)
    checkTransparency(header, transparency, palette)
    const data = new Uint8Array(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)))
    // Colours that a truecolour picture only suggests are not part of it.
    return { ...header, palette: header.colorType === indexed ? copyOf(palette) : null, transparency: copyOf(transparency), data }
  } catch (error) {
    throw error instanceof AppError ? error : badImage('content', error)
  }
}
