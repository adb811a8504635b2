import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { PNG } from 'pngjs'
import { checkPng } from '@/lib/assessments/png'
import { AppError } from '@/lib/errors'

function png(width: number, height: number, options: object = {}): Buffer {
  const picture = new PNG({ width, height })
  for (let n = 0; n < picture.data.length; n += 1) picture.data[n] = n % 4 === 3 ? 255 : (n * 7) % 256
  return PNG.sync.write(picture, options)
}

/** Adds a text chunk after the header. The checksum is not looked at for chunks that are left out. */
function withText(file: Buffer, text: string): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(`tEXt${text}`, 'latin1'), Buffer.alloc(4)])
  chunk.writeUInt32BE(text.length, 0)
  return Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)])
}

/** A PNG with these pixels as they are, with true checksums of its chunks. */
function withPixels(header: { width: number; height: number; bitDepth: number; interlace?: number }, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
  }
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(header.width, 0)
  ihdr.writeUInt32BE(header.height, 4)
  ihdr.set([header.bitDepth, 6, 0, 0, header.interlace ?? 0], 8)
  const signature = png(1, 1).subarray(0, 8)
  return Buffer.concat([signature, chunk('IHDR', ihdr), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

/** As the PNG specification has it; Node has its own only from version 22 on. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function problem(upload: Uint8Array) {
  try {
    checkPng(upload)
  } catch (error) {
    if (error instanceof AppError) return error.fields[0]
    throw error
  }
  return null
}

describe('checkPng', () => {
  test('takes a PNG as it is', () => {
    const file = png(20, 30)
    expect(Buffer.from(checkPng(file)).equals(file)).toBe(true)
  })

  test('leaves out everything but the picture', () => {
    const result = Buffer.from(checkPng(withText(png(4, 4), 'Author\0Erika Mustermann')))
    expect(result.includes('Mustermann')).toBe(false)
    expect(PNG.sync.read(result).width).toBe(4)
  })

  test('turns 16 bits into 8', () => {
    const result = PNG.sync.read(Buffer.from(checkPng(png(4, 4, { bitDepth: 16 }))))
    expect([result.width, result.height]).toEqual([4, 4])
    expect(Buffer.from(checkPng(png(4, 4, { bitDepth: 16 })))[24]).toBe(8)
  })

  test.each([
    ['a text', Buffer.from('GIF89a, wirklich'), 'content'],
    ['a PNG cut short', png(20, 20).subarray(0, 60), 'content'],
    ['only the signature', png(4, 4).subarray(0, 8), 'content'],
    ['nothing', new Uint8Array(), 'missing'],
    ['too many pixels', png(2001, 1), 'size'],
  ])('refuses %s', (_, upload, reason) => {
    expect(problem(upload)).toEqual({ field: 'file', code: 'bad-image', values: { reason } })
  })

  test('refuses a picture whose pixels are damaged', () => {
    const file = png(20, 20)
    file.fill(0, 45, file.length - 20)
    expect(problem(file)?.code).toBe('bad-image')
  })

  const wide = { width: 2000, height: 1, bitDepth: 16 }
  const packed = deflateSync(Buffer.alloc(1 + 2000 * 8))

  test('takes pixels that are complete, also interlaced ones', () => {
    expect(problem(withPixels(wide, packed))).toBeNull()
    // 3 × 3 pixels in seven passes of 1, 0, 0, 1, 2, 2 and 3 pixels.
    const interlaced = { width: 3, height: 3, bitDepth: 8, interlace: 1 }
    expect(problem(withPixels(interlaced, deflateSync(Buffer.alloc(4 * 9 + 6))))).toBeNull()
  })

  test.each([8, 16])('refuses %i-bit pixels wherever they are cut: what is missing would come from memory', (bitDepth) => {
    const whole = deflateSync(Buffer.alloc(1 + 2000 * (bitDepth / 2)))
    for (let length = 0; length < whole.length; length += 1) {
      const cut = withPixels({ ...wide, bitDepth }, whole.subarray(0, length))
      expect([length, problem(cut)?.code]).toEqual([length, 'bad-image'])
    }
  })

  test('refuses too few or too many pixels and a wrong checksum, on which the report would fail', () => {
    const wrong = Buffer.from(packed)
    wrong[wrong.length - 1]! ^= 1
    for (const pixels of [deflateSync(Buffer.alloc(2000 * 8)), deflateSync(Buffer.alloc(2 + 2000 * 8)), wrong, Buffer.alloc(0)]) {
      expect(problem(withPixels(wide, pixels))?.code).toBe('bad-image')
    }
  })

  test('refuses more than 200 KB and says so', () => {
    expect(problem(Buffer.concat([png(4, 4), Buffer.alloc(200 * 1024)]))).toEqual({
      field: 'file',
      code: 'body-too-large',
      values: { limit: '200 KB' },
    })
  })

  test('does not unpack a header that promises gigabytes', () => {
    const file = png(4, 4)
    file.writeUInt32BE(0x7fffffff, 16)
    expect(problem(file)).toEqual({ field: 'file', code: 'bad-image', values: { reason: 'size' } })
  })
})
