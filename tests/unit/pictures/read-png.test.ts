import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { errorSentence } from '@/app/_lib/error-text'
import { AppError } from '@/lib/errors'
import { createTranslate } from '@/lib/i18n/translate'
import { pictureLimits } from '@/lib/pictures/limits'
import { readPng } from '@/lib/pictures/read-png'
import {
  chunk,
  fileOf,
  header,
  kinds,
  picture,
  pngFile,
  signature,
  somePalette,
  twoHeaders,
  type Shape,
} from '../../factories/png'

function problem(upload: Uint8Array, limit: number = pictureLimits.file) {
  try {
    readPng(upload, limit)
  } catch (error) {
    if (error instanceof AppError) return error.fields[0]
    throw error
  }
  return null
}
const damaged = { field: 'file', code: 'bad-image', values: { reason: 'content' } }

const shape: Shape = { width: 4, height: 4, colorType: 6, depth: 8 }
const indexed: Shape = { ...shape, colorType: 3 }
const [palette, pixels, end] = [chunk('PLTE', somePalette(4)), chunk('IDAT', deflateSync(Buffer.alloc(68))), chunk('IEND')]
const alpha = chunk('tRNS', Buffer.of(0, 1))
const text = chunk('tEXt', Buffer.from('a\0b'))
const damage = (file: Buffer, at: number) => {
  const copy = Buffer.from(file)
  copy[at]! ^= 1
  return copy
}

describe('two headers, of which a reader might believe the other:', () => {
  test.each([
    ['the small one first', twoHeaders('small-first', 1200)],
    ['the large one first', twoHeaders('large-first', 1000)],
    ['the same twice', fileOf(header(shape), header(shape), pixels, end)],
    ['one behind the pixels', fileOf(header(shape), pixels, header({ ...shape, width: 900 }), end)],
    ['one between the pixels', fileOf(header(shape), pixels, header({ ...shape, width: 900 }), pixels, end)],
    ['one behind the end', fileOf(header(shape), pixels, end, header({ ...shape, width: 900 }), end)],
  ])('%s', (_, file) => expect(problem(file)).toEqual(damaged))
})

describe('a file is refused', () => {
  test.each<[string, Uint8Array]>([
    ['that is another one', Buffer.from('GIF89a, wirklich')],
    ['with a wrong signature', damage(picture(4, 4), 3)],
    ['of the signature alone', signature],
    ['without a header', fileOf(pixels, end)],
    ['with something before its header', fileOf(text, header(shape), pixels, end)],
    ['with a header that is too short', fileOf(chunk('IHDR', Buffer.alloc(12)), pixels, end)],
    [
      'with a header that is too long',
      fileOf(chunk('IHDR', Buffer.concat([header(shape).subarray(8, 21), Buffer.alloc(1)])), pixels, end),
    ],
    ['without pixels', fileOf(header(shape), end)],
    ['without an end', fileOf(header(shape), pixels)],
    ['with two ends', fileOf(header(shape), pixels, end, end)],
    ['with something behind its end', Buffer.concat([picture(4, 4), Buffer.of(0)])],
    ['with something in its end', fileOf(header(shape), pixels, chunk('IEND', Buffer.of(1)))],
    ['with pixels in two places', fileOf(header(shape), pixels, text, pixels, end)],
    ['with a chunk that nobody knows and that is needed', fileOf(header(shape), chunk('MEHR'), pixels, end)],
    ['with a chunk whose type is no word', fileOf(header(shape), chunk('tE\0t'), pixels, end)],
    ['with a wrong checksum of the header', damage(picture(4, 4), 20)],
    ['with a wrong checksum of the pixels', damage(picture(4, 4), 45)],
    ['with a wrong checksum of a text', damage(fileOf(header(shape), text, pixels, end), 8 + 25 + 8)],
    ['with a palette behind the pixels', fileOf(header(indexed), pixels, palette, end)],
    ['with two palettes', fileOf(header(indexed), palette, palette, pixels, end)],
    ['of colour numbers without a palette', fileOf(header(indexed), pixels, end)],
    ['with a palette of no colours', fileOf(header(indexed), chunk('PLTE'), pixels, end)],
    ['with a third of a colour', fileOf(header(indexed), chunk('PLTE', Buffer.alloc(10)), pixels, end)],
    ['with 257 colours', fileOf(header(indexed), chunk('PLTE', Buffer.alloc(257 * 3)), pixels, end)],
    ['with three colours for one bit', fileOf(header({ ...indexed, depth: 1 }), chunk('PLTE', somePalette(3)), pixels, end)],
    ['of grey with a palette', fileOf(header({ ...shape, colorType: 0 }), palette, pixels, end)],
    ['of grey and alpha with a palette', fileOf(header({ ...shape, colorType: 4 }), palette, pixels, end)],
    ['with transparency before its palette', fileOf(header(indexed), alpha, palette, pixels, end)],
    ['with transparency behind the pixels', fileOf(header(indexed), palette, pixels, alpha, end)],
    ['with transparency twice', fileOf(header(indexed), palette, alpha, alpha, pixels, end)],
    ['with more alphas than colours', fileOf(header(indexed), palette, chunk('tRNS', Buffer.alloc(5)), pixels, end)],
    ['with an empty transparency', fileOf(header(indexed), palette, chunk('tRNS'), pixels, end)],
    [
      'of grey with transparency of one byte',
      fileOf(header({ ...shape, colorType: 0 }), chunk('tRNS', Buffer.alloc(1)), pixels, end),
    ],
    ['of colours with transparency of two bytes', fileOf(header({ ...shape, colorType: 2 }), alpha, pixels, end)],
    ['with alpha and transparency', fileOf(header(shape), alpha, pixels, end)],
    ['of no width', fileOf(header({ ...shape, width: 0 }), pixels, end)],
    ['of no height', fileOf(header({ ...shape, height: 0 }), pixels, end)],
  ])('%s', (_, file) => expect(problem(file)).toEqual(damaged))

  test.each([8, 9, 10, 11, 12])('whose header says something unknown in byte %i', (at) => {
    const body = Buffer.from(header(shape).subarray(8, 21))
    body[at] = 7
    expect(problem(fileOf(chunk('IHDR', body), pixels, end))).toEqual(damaged)
  })

  test('wherever it is cut', () => {
    const whole = pngFile(indexed, { palette: somePalette(200), transparency: Buffer.alloc(9) }, new Array(16).fill(3))
    expect(problem(whole)).toBeNull()
    for (let length = 1; length < whole.length; length += 1)
      expect([length, problem(whole.subarray(0, length))]).toEqual([length, damaged])
  })

  test('whose chunk says it is longer than the file', () => {
    const file = picture(4, 4)
    for (const length of [0xffffffff, 0x80000000, 0x7fffffff, 200]) {
      file.writeUInt32BE(length, 33)
      expect(problem(file)).toEqual(damaged)
    }
  })
})

describe('what is told', () => {
  const t = createTranslate('de')
  const told = (file: Uint8Array) => {
    const { code, values } = problem(file)!
    return t(`errors.${code}.field`, values)
  }

  test('too many pixels: how many may be', () => {
    const [side] = [pictureLimits.side]
    expect(problem(fileOf(header({ ...shape, width: side, height: side }), pixels, end))).toBeNull()
    for (const size of [{ width: side + 1 }, { height: side + 1 }, { width: 0x7fffffff, height: 0x7fffffff }]) {
      const file = fileOf(header({ ...shape, ...size }), pixels, end)
      expect(problem(file)).toEqual({ field: 'file', code: 'bad-image', values: { reason: 'size', side } })
      expect(told(file)).toContain('1.000 × 1.000')
    }
  })

  test.each([0, 2, 4, 6])('16 bits of colour type %i: how to save it instead', (colorType) => {
    const file = fileOf(header({ ...shape, colorType, depth: 16 }), pixels, end)
    expect(problem(file)).toEqual({ field: 'file', code: 'bad-image', values: { reason: 'depth', depth: 8 } })
    expect(told(file)).toMatch(/16 Bit .* speichern Sie es als PNG mit 8 Bit/)
  })

  test('no file; a file that is too large, whatever is in it', () => {
    expect(problem(new Uint8Array())).toEqual({ ...damaged, values: { reason: 'missing' } })
    const large = Buffer.concat([picture(4, 4), Buffer.alloc(200 * 1024)])
    expect(problem(large)).toEqual({ field: 'file', code: 'body-too-large', values: { limit: '200 KB' } })
  })

  test('the numbers of the limits', () => {
    const action = errorSentence('bad-image', 'action')
    for (const number of [`${pictureLimits.file / 1024} KB`, '1.000 × 1.000', `${pictureLimits.depth} Bit`]) {
      expect(action).toContain(number)
    }
    expect(errorSentence('body-too-large', 'body')).toContain(`ein Wappen ${pictureLimits.file / 1024} KB`)
    for (const reason of ['size', 'depth', 'packed', 'missing', 'content']) {
      expect(t('errors.bad-image.field', { reason, side: 1, depth: 1 })).toMatch(/\.$/)
    }
    expect(t('errors.bad-file.field', { reason: 'picture' })).toContain('Wappen')
  })
})

test.each(
  kinds.flatMap(([colorType, depths]) =>
    depths.flatMap((depth) => [false, true].map((interlaced) => [colorType, depth, interlaced] as const)),
  ),
)(
  'colour type %i with %i bits, interlaced %s, is let through with everything that makes the picture and nothing else',
  (colorType, depth, interlaced) => {
    const kind: Shape = { width: 9, height: 3, colorType, depth, interlaced }
    const colours = colorType === 3 ? somePalette(2) : null
    const file = pngFile(kind, colours ? { palette: colours } : {}, new Array(9 * 3 * 4).fill(1))
    const { data, ...parts } = readPng(file, pictureLimits.file)
    expect(parts).toEqual({ ...kind, palette: colours, transparency: null })
    // What goes to the thread takes all of its memory along.
    for (const bytes of [data, parts.palette]) if (bytes) expect(bytes.buffer.byteLength).toBe(bytes.length)
  },
)
