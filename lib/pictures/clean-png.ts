/**
 * Decodes a checked picture and writes it anew. Runs in a thread of its own and nowhere else: what is unpacked here was packed
 * by a stranger.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import { decode } from 'fast-png'
import { packingLevel, packPixels } from './pack-pixels'
import {
  channels,
  greyscale,
  indexed,
  passesOf,
  pngFile,
  rowBytes,
  truecolour,
  truecolourAlpha,
  type PngHeader,
  type PngParts,
} from './png-format'

type Body = readonly (readonly [type: string, body: Uint8Array])[]

/** Unpacks the scanlines. @throws RangeError or zlib's error unless they are exactly as many bytes as the header says */
function unpack(parts: PngParts): Buffer {
  const expected = passesOf(parts).reduce((sum, { width, height }) => sum + height * (1 + rowBytes(width, parts)), 0)
  // Stops at the first byte too many: a few bytes can unpack to gigabytes.
  const scanlines = inflateSync(parts.data, { maxOutputLength: expected })
  if (scanlines.length !== expected) throw new RangeError('pixels are missing')
  return scanlines
}

/** Decodes rows that are not interlaced, given the file that the decoder reads: header and pixels, nothing else. */
function decodeRows(header: PngHeader, scanlines: Buffer): Uint8Array {
  const file = pngFile(header, [['IDAT', deflateSync(scanlines, { level: 0 })]])
  const { data } = decode(new Uint8Array(file), { checkCrc: true })
  const expected = header.height * rowBytes(header.width, header)
  if (!(data instanceof Uint8Array) || data.length !== expected) throw new RangeError('the decoder gave something else')
  return data
}

/** One byte for each value of each pixel, row by row, as the file has them: not scaled. */
function samplesOf(parts: PngParts, scanlines: Buffer): Uint8Array {
  const { width, height, depth, colorType, interlaced } = parts
  if (depth === 8 && !interlaced) return decodeRows(parts, scanlines)
  const perPixel = channels[colorType]!
  const samples = new Uint8Array(width * height * perPixel)
  const mask = 2 ** depth - 1
  let at = 0
  for (const pass of passesOf(parts)) {
    const bytes = rowBytes(pass.width, parts)
    const end = at + pass.height * (1 + bytes)
    const rows = decodeRows({ width: pass.width, height: pass.height, depth, colorType }, scanlines.subarray(at, end))
    at = end
    for (let y = 0; y < pass.height; y += 1) {
      for (let n = 0; n < pass.width * perPixel; n += 1) {
        const bit = n * depth
        const value = (rows[y * bytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask
        const x = pass.left + Math.floor(n / perPixel) * pass.across
        samples[((pass.top + y * pass.down) * width + x) * perPixel + (n % perPixel)] = value
      }
    }
  }
  return samples
}

/** Palette and its transparency, with an alpha for each colour: the PDF library takes the last one without for transparent. */
function coloursOf(palette: Uint8Array, transparency: Uint8Array | null): Body {
  if (!transparency) return [['PLTE', palette]]
  const alpha = new Uint8Array(palette.length / 3).fill(255)
  alpha.set(transparency)
  return [
    ['PLTE', palette],
    ['tRNS', alpha],
  ]
}

/** The grey that is transparent becomes one of as many colours as there are greys. */
function greyToPalette({ depth, transparency }: PngParts): { palette: Uint8Array; alpha: Uint8Array } {
  const count = 2 ** depth
  const scale = 255 / (count - 1)
  const palette = Uint8Array.from({ length: count * 3 }, (_, at) => Math.floor(at / 3) * scale)
  const alpha = new Uint8Array(count).fill(255)
  alpha[transparency![1]! & (count - 1)] = 0
  return { palette, alpha }
}

/** The colour that is transparent becomes pixels with alpha 0. */
function colourToAlpha(samples: Uint8Array, transparency: Uint8Array): Uint8Array {
  const [red, green, blue] = [transparency[1], transparency[3], transparency[5]]
  const pixels = new Uint8Array((samples.length / 3) * 4)
  for (let from = 0, to = 0; from < samples.length; from += 3, to += 4) {
    const [r, g, b] = [samples[from]!, samples[from + 1]!, samples[from + 2]!]
    pixels.set([r, g, b, r === red && g === green && b === blue ? 0 : 255], to)
  }
  return pixels
}

/** The picture with 8 bits a channel, as the PDF library prints it without mistakes: transparent is an alpha, never a colour. */
function with8Bits(parts: PngParts, samples: Uint8Array): { colorType: number; pixels: Uint8Array; colours: Body } {
  const { depth, colorType, palette, transparency } = parts
  if (colorType === indexed) return { colorType, pixels: samples, colours: coloursOf(palette!, transparency) }
  if (colorType === greyscale && transparency) {
    const greys = greyToPalette(parts)
    return { colorType: indexed, pixels: samples, colours: coloursOf(greys.palette, greys.alpha) }
  }
  if (colorType === truecolour && transparency) {
    return { colorType: truecolourAlpha, pixels: colourToAlpha(samples, transparency), colours: [] }
  }
  const scale = 255 / (2 ** depth - 1)
  return { colorType, pixels: scale === 1 ? samples : samples.map((value) => value * scale), colours: [] }
}

/**
 * Makes a clean file of a checked picture: the same pixels, not interlaced, at most 8 bits a channel, nothing but header,
 * palette, transparency, pixels and end. A file that this function made comes out the same.
 * @throws RangeError, or the error of zlib or of the decoder, if the pixels are not complete and whole
 */
export function cleanPng(parts: PngParts): Uint8Array {
  const { depth, colorType, interlaced, palette, transparency } = parts
  const scanlines = unpack(parts)
  const samples = samplesOf(parts, scanlines)
  if (colorType === indexed && samples.some((value) => value >= palette!.length / 3)) throw new RangeError('no such colour')
  const printable = !interlaced && (transparency === null || (colorType === indexed && depth === 8))
  // As it is, the rows stay as their program filtered them: it knew how they pack best.
  if (printable) {
    const packed = deflateSync(scanlines, { level: packingLevel })
    return new Uint8Array(pngFile(parts, [...(palette ? coloursOf(palette, transparency) : []), ['IDAT', packed]]))
  }
  const { width, height } = parts
  const { pixels, colours, ...kind } = with8Bits(parts, samples)
  const packed = packPixels(pixels, { width, height, perPixel: channels[kind.colorType]!, filtered: kind.colorType !== indexed })
  return new Uint8Array(pngFile({ width, height, depth: 8, ...kind }, [...colours, ['IDAT', packed]]))
}
