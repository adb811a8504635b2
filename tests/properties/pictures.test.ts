/** Whatever is done to a right picture: it is refused, or what is stored is whole, clean, and holds no memory of the process. */
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AppError } from '@/lib/errors'
import { cleanPng } from '@/lib/pictures/clean-png'
import { pictureLimits } from '@/lib/pictures/limits'
import { readPng } from '@/lib/pictures/read-png'
import { canary, plantCanaries } from '../factories/canary'
import { decodePng } from '../factories/decode-png'
import { chunk, chunksOf, fileOf, kinds, pngFile, scanlines, someSamples, somePalette, type Shape } from '../factories/png'

type Chunks = { type: string; body: Buffer }[]

const shapes: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom(...kinds.flatMap(([colorType, depths]) => depths.map((depth) => ({ colorType, depth })))),
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 24 }),
    interlaced: fc.boolean(),
  })
  .map(({ kind, ...size }) => ({ ...kind, ...size }))

const extrasOf = ({ colorType, depth }: Shape) =>
  colorType === 3 ? { palette: somePalette(2 ** depth), transparency: Buffer.of(7) } : {}
const valid = (shape: Shape) => pngFile(shape, extrasOf(shape))

/** Changes with right checksums, so that they come as far as an attacker’s. */
const changes: fc.Arbitrary<(chunks: Chunks, shape: Shape) => Chunks> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), fc.nat(255)).map(
    ([which, at, value]) =>
      (chunks: Chunks) =>
        chunks.map((one, n) => {
          if (n !== which % chunks.length || one.body.length === 0) return one
          const body = Buffer.from(one.body)
          body[at % body.length] = value
          return { ...one, body }
        }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => (chunks: Chunks) => {
    const copy = [...chunks]
    copy.splice(to % (chunks.length + 1), 0, chunks[from % chunks.length]!)
    return copy
  }),
  fc.nat().map((which) => (chunks: Chunks) => chunks.filter((_, n) => n !== which % chunks.length)),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([which, length]) =>
      (chunks: Chunks) =>
        chunks.map((one, n) =>
          n === which % chunks.length ? { ...one, body: one.body.subarray(0, length % (one.body.length + 1)) } : one,
        ),
  ),
  // The header grows, the pixels stay: what is missing would have to come from somewhere.
  fc.tuple(fc.constantFrom(0, 4), fc.integer({ min: 1, max: 1200 })).map(
    ([at, size]) =>
      (chunks: Chunks) =>
        chunks.map((one) => {
          if (one.type !== 'IHDR' || one.body.length < 8) return one
          const body = Buffer.from(one.body)
          body.writeUInt32BE(size, at)
          return { ...one, body }
        }),
  ),
  // Rows that are fewer or more than promised, packed rightly.
  fc.integer({ min: -40, max: 40 }).map((by) => (chunks: Chunks, shape: Shape) => {
    const rows = scanlines(shape, someSamples(shape))
    const other = by < 0 ? rows.subarray(0, Math.max(0, rows.length + by)) : Buffer.concat([rows, Buffer.alloc(by)])
    return chunks.map((one) => (one.type === 'IDAT' ? { ...one, body: deflateSync(other) } : one))
  }),
  fc
    .tuple(
      fc.constantFrom('IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'tEXt', 'CgBI', 'acTL', 'iCCP'),
      fc.nat(),
      fc.uint8Array({ maxLength: 20 }),
    )
    .map(
      ([type, at, body]) =>
        (chunks: Chunks) =>
          chunks.toSpliced(at % (chunks.length + 1), 0, { type, body: Buffer.from(body) }),
    ),
)

/** @returns the stored file, or null if it is refused; anything but a refusal fails the test */
function stored(file: Uint8Array): Uint8Array | null {
  let parts
  try {
    parts = readPng(file, pictureLimits.file)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return null
  }
  try {
    return cleanPng(parts)
  } catch {
    // The thread catches it and answers with its words.
    return null
  }
}

function checkStored(file: Uint8Array): void {
  const types = chunksOf(file).map(({ type }) => type)
  expect(types.filter((type) => type !== 'PLTE' && type !== 'tRNS')).toEqual(['IHDR', 'IDAT', 'IEND'])
  const [width, height] = [0, 4].map((at) => chunksOf(file)[0]!.body.readUInt32BE(at))
  const { pixels } = decodePng(file)
  expect(pixels.length).toBe(width! * height! * 4)
  expect(pixels.includes(canary.slice(0, 6))).toBe(false)
  expect(stored(file)).toEqual(file)
}

describe('pictures', () => {
  test('changed in one or two places with right checksums are refused or stored clean', () => {
    let accepted = 0
    let refused = 0
    plantCanaries(4_000)
    fc.assert(
      fc.property(shapes, fc.array(changes, { minLength: 1, maxLength: 2 }), (shape, all) => {
        const chunks = all.reduce<Chunks>(
          (before, change) => (before.length === 0 ? before : change(before, shape)),
          chunksOf(valid(shape)),
        )
        const result = stored(fileOf(...chunks.map(({ type, body }) => chunk(type, body))))
        if (result) checkStored(result)
        if (result) accepted += 1
        else refused += 1
      }),
      { numRuns: 1500 },
    )
    // Both ways were gone.
    expect([accepted > 50, refused > 500]).toEqual([true, true])
  }, 120_000)

  test('with any bytes in place of others are refused or stored clean', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 }), (shape, at, bytes) => {
        const file = valid(shape)
        file.set(bytes, at % (file.length - bytes.length))
        const result = stored(file)
        if (result) checkStored(result)
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('any bytes at all are refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(stored(bytes)).toBeNull()))
  })
})
