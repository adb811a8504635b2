import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { cleanPng } from '@/lib/pictures/clean-png'
import { pictureLimits } from '@/lib/pictures/limits'
import { readPng } from '@/lib/pictures/read-png'
import { decodePng } from '../../factories/decode-png'
import {
  chunk,
  chunksOf,
  fileOf,
  header,
  kinds,
  pixelsOf,
  pngFile,
  scanlines,
  someSamples,
  somePalette,
} from '../../factories/png'
import type { Extras, Shape } from '../../factories/png'

const clean = (file: Uint8Array) => cleanPng(readPng(file, pictureLimits.file))
const typesOf = (file: Uint8Array) => chunksOf(file).map(({ type }) => type)

/** Every colour type, depth and way of being transparent. */
const variants = kinds.flatMap(([colorType, depths]) =>
  depths.flatMap((depth) => {
    const name = `colour type ${colorType}, ${depth} bits`
    const colours = Math.min(2 ** depth, 200)
    if (colorType === 3) {
      const palette = somePalette(colours)
      return [
        { name, colorType, depth, most: colours - 1, extras: { palette } },
        {
          name: `${name}, all alphas`,
          colorType,
          depth,
          most: colours - 1,
          extras: { palette, transparency: somePalette(colours).subarray(0, colours) },
        },
        { name: `${name}, one alpha`, colorType, depth, most: colours - 1, extras: { palette, transparency: Uint8Array.of(3) } },
      ]
    }
    const plain = { name, colorType, depth, most: 2 ** depth - 1, extras: {} }
    if (colorType === 0)
      return [plain, { ...plain, name: `${name}, one grey transparent`, extras: { transparency: Uint8Array.of(0, 1) } }]
    if (colorType === 2)
      return [
        plain,
        { ...plain, name: `${name}, one colour transparent`, extras: { transparency: Uint8Array.of(0, 9, 0, 8, 0, 7) } },
      ]
    return [plain]
  }),
)
const sizes = [
  [1, 1],
  [7, 5],
  [16, 9],
  [33, 12],
] as const

describe('a picture of', () => {
  test.each(variants.flatMap((variant) => [false, true].map((interlaced) => ({ ...variant, interlaced }))))(
    '$name, interlaced $interlaced, keeps its pixels',
    ({ colorType, depth, most, extras, interlaced }) => {
      for (const [width, height] of sizes) {
        const shape: Shape = { width, height, colorType, depth, interlaced }
        const samples = someSamples(shape, most)
        if (colorType === 2) samples.splice(0, 3, 9, 8, 7)
        const result = clean(pngFile(shape, extras as Extras, samples))
        expect(decodePng(result)).toEqual({ width, height, pixels: pixelsOf(shape, extras as Extras, samples) })
        // What the PDF library prints without unpacking it wrongly.
        const [ihdr] = chunksOf(result)
        expect(ihdr!.body[12]).toBe(0)
        if (typesOf(result).includes('tRNS')) expect([ihdr!.body[8], ihdr!.body[9]]).toEqual([8, 3])
        expect(clean(result)).toEqual(result)
      }
    },
  )

  test('256 colours of which few have an alpha keeps the others opaque for every reader', () => {
    const shape = { width: 16, height: 16, colorType: 3, depth: 8 }
    const extras = { palette: somePalette(256), transparency: Uint8Array.of(0, 128) }
    const result = clean(
      pngFile(
        shape,
        extras,
        Array.from({ length: 256 }, (_, n) => n),
      ),
    )
    expect(chunksOf(result).find(({ type }) => type === 'tRNS')!.body).toEqual(
      Buffer.concat([Buffer.of(0, 128), Buffer.alloc(254, 255)]),
    )
  })
})

describe('what is stored', () => {
  test('holds header, colours, pixels and end, and nothing that somebody wrote beside', () => {
    const shape = { width: 4, height: 4, colorType: 3, depth: 8 }
    const palette = somePalette(4)
    const file = fileOf(
      header(shape),
      chunk('tEXt', Buffer.from('Author\0Erika Mustermann')),
      chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
      chunk('PLTE', palette),
      chunk('eXIf', Buffer.from('Standort')),
      chunk('IDAT'),
      chunk('IDAT', deflateSync(scanlines(shape, someSamples(shape, 3)))),
      chunk('acTL', Buffer.alloc(8)),
      chunk('IEND'),
    )
    const result = clean(file)
    expect(typesOf(result)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
    expect(Buffer.from(result).includes('Mustermann')).toBe(false)
  })

  test('is not what a stranger packed, also where nothing was wrong with it', () => {
    const shape = { width: 40, height: 40, colorType: 2, depth: 8 }
    const rows = scanlines(shape, someSamples(shape))
    const packed = Buffer.concat([deflateSync(rows, { level: 0 }), Buffer.from('KANARIENVOGEL')])
    const result = clean(fileOf(header(shape), chunk('IDAT', packed), chunk('IEND')))
    expect(Buffer.from(result).includes('KANARIENVOGEL')).toBe(false)
    expect(result).toEqual(clean(fileOf(header(shape), chunk('IDAT', deflateSync(rows)), chunk('IEND'))))
  })

  test('leaves out colours that a truecolour picture only suggests: the PDF library would take it for an indexed one', () => {
    const shape = { width: 3, height: 3, colorType: 2, depth: 8 }
    expect(typesOf(clean(pngFile(shape, { palette: somePalette(9) })))).toEqual(['IHDR', 'IDAT', 'IEND'])
  })

  test('hardly grows: a coat of arms of 1,000 × 1,000 pixels with few colours, packed as tightly as zlib can, also with transparency', () => {
    const shape = { width: 1000, height: 1000, colorType: 3, depth: 4 }
    const arms = Array.from({ length: 1_000_000 }, (_, at) => {
      const [x, y] = [at % 1000, Math.floor(at / 1000)]
      return (x - 500) ** 2 + (y - 400) ** 2 < 90_000 ? 1 + (Math.floor(x / 60) % 5) : y > x ? 6 : 0
    })
    const extras = { palette: somePalette(16) }
    const file = fileOf(
      header(shape),
      chunk('PLTE', extras.palette),
      chunk('IDAT', deflateSync(plainRows(arms), { level: 9 })),
      chunk('IEND'),
    )
    expect(clean(file).length).toBeLessThan(1.05 * file.length)
    const transparent = fileOf(
      header(shape),
      chunk('PLTE', extras.palette),
      chunk('tRNS', Buffer.of(0)),
      chunk('IDAT', deflateSync(plainRows(arms))),
      chunk('IEND'),
    )
    expect(clean(transparent).length).toBeLessThan(2 * file.length)
  })
})

/** Rows of 1,000 pixels with 4 bits each, unfiltered: in one go, the general way takes seconds for a million pixels. */
function plainRows(samples: readonly number[]): Buffer {
  const rows = Buffer.alloc(1000 * 501)
  samples.forEach((value, at) => {
    const [x, y] = [at % 1000, Math.floor(at / 1000)]
    rows[y * 501 + 1 + (x >> 1)]! |= x % 2 ? value : value << 4
  })
  return rows
}

describe('pixels that are not what the header says are refused:', () => {
  const shape = { width: 1000, height: 1, colorType: 6, depth: 8 }
  const rows = scanlines(shape, someSamples(shape))
  const withData = (data: Uint8Array) => fileOf(header(shape), chunk('IDAT', data), chunk('IEND'))
  const wrongSum = deflateSync(rows)
  wrongSum[wrongSum.length - 1]! ^= 1

  test.each<[string, Uint8Array]>([
    ['none', new Uint8Array()],
    ['a row that is missing', deflateSync(Buffer.alloc(0))],
    ['a byte that is missing', deflateSync(rows.subarray(1))],
    ['a byte too many', deflateSync(Buffer.concat([rows, Buffer.alloc(1)]))],
    ['a second row', deflateSync(Buffer.concat([rows, rows]))],
    ['a wrong checksum', wrongSum],
    ['no packed bytes', rows.subarray(0, 50)],
    ['a filter that does not exist', deflateSync(Buffer.concat([Buffer.of(5), rows.subarray(1)]))],
  ])('%s', (_, data) => {
    expect(() => clean(withData(data))).toThrow()
  })

  test('wherever they are cut', () => {
    const whole = deflateSync(rows)
    for (let length = 0; length < whole.length; length += 37) {
      expect(() => clean(withData(whole.subarray(0, length)))).toThrow()
    }
  })

  test('a colour behind the last one of the palette', () => {
    const two = { width: 2, height: 1, colorType: 3, depth: 8 }
    const palette = somePalette(2)
    expect(() => clean(pngFile(two, { palette }, [0, 1]))).not.toThrow()
    expect(() => clean(pngFile(two, { palette }, [0, 2]))).toThrow('no such colour')
  })

  test('a few bytes that unpack to gigabytes are cut at the first byte too many', () => {
    // 190 KB of packed zeros are 190 MB; what is counted is what zlib was asked to give.
    const bomb = deflateSync(Buffer.alloc(190_000_000), { level: 9 })
    const tiny = { width: 1, height: 1, colorType: 0, depth: 8 }
    expect(() => clean(fileOf(header(tiny), chunk('IDAT', bomb), chunk('IEND')))).toThrow(/larger than 2 bytes/)
  })
})
