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
