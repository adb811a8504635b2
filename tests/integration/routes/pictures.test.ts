import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { GET as readCoat, POST as coatOfArms } from '@/app/api/assessments/[id]/coat-of-arms/route'
import { GET as state } from '@/app/api/assessments/[id]/state/route'
import { POST as start } from '@/app/api/assessments/route'
import { POST as importFile } from '@/app/api/import/route'
import type { StateFile } from '@/lib/assessments/state-file'
import { takeRejectedInput } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { pictureLimits } from '@/lib/pictures/limits'
import { canary, plantCanaries } from '../../factories/canary'
import { decodePng } from '../../factories/decode-png'
import { chunk, fileOf, header, kinds, picture, pngFile, somePalette, twoHeaders } from '../../factories/png'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()

async function begin() {
  const browser = new Browser()
  const answer = await browser.form(start, {}, { mode: 'voll' })
  const params = { id: answer.headers.get('location')!.split('/')[2]! }
  const page = `/check/${params.id}/bericht`
  return { browser, params, saved: `${page}?gespeichert=1`, refused: `${page}?fehler=1` }
}
const target = (answer: Response) => answer.headers.get('location')
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

const shape = { width: 1000, height: 1, colorType: 6, depth: 8 }
const [pixels, end] = [chunk('IDAT', deflateSync(Buffer.alloc(9))), chunk('IEND')]
/** Files that promise more pixels than they hold, in every way. */
const promises: [string, Buffer][] = [
  ...[100, 1000, 1200, 16_000, 32_768].flatMap((width): [string, Buffer][] => [
    [`two headers, the second ${width} wide`, twoHeaders('small-first', width)],
    [`two headers, the first ${width} wide`, twoHeaders('large-first', width)],
  ]),
  ['a second header for 16,000 × 16,000 pixels', twoHeaders('small-first', 16_000, 16_000)],
  ['a header behind the pixels', fileOf(header({ ...shape, width: 1 }), pixels, header(shape), end)],
  ['one row that is missing', fileOf(header(shape), pixels, end)],
  ['a thousand rows that are missing', fileOf(header({ ...shape, height: 1000 }), pixels, end)],
  ['passes that are missing', fileOf(header({ ...shape, height: 1000, interlaced: true }), pixels, end)],
  [
    '16 bits of which half is missing',
    fileOf(header({ ...shape, depth: 16 }), chunk('IDAT', deflateSync(Buffer.alloc(4001))), end),
  ],
]

describe('a picture that promises more pixels than it holds', () => {
  test.each(promises)('%s: is refused, and nothing of this process’s memory comes back', async (_, file) => {
    const { browser, params, refused } = await begin()
    plantCanaries(4_001)
    expect(target(await browser.upload(coatOfArms, params, file))).toBe(refused)
    expect((await takeRejectedInput(browser.key, `coat-of-arms:${params.id}`, new Date()))?.errors[0]?.code).toBe('bad-image')
    expect(target(await browser.get(readCoat, params))).toBe('/fehler/not-found')
  })

  test.each(promises)('%s: is refused in a state file too, and no check comes of it', async (_, file) => {
    const { browser, params } = await begin()
    const saved = JSON.parse(await (await browser.get(state, params)).text()) as StateFile
    const { client } = await openDatabase()
    const before = await client.assessment.count()
    plantCanaries(4_001)
    const answer = await browser.json(importFile, {}, { ...saved, coatOfArms: file.toString('base64') })
    expect([answer.status, (await answer.json()).error.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'file', code: 'bad-file', message: expect.stringContaining('Wappen') })],
    ])
    expect(await client.assessment.count()).toBe(before)
  })
})

describe('a right picture', () => {
  test('of every kind comes back with the same pixels, from an upload and from a state file, and nothing else comes with it', async () => {
    for (const [colorType, depths] of kinds) {
      const kind = { width: 21, height: 13, colorType, depth: depths[0]!, interlaced: colorType === 6 }
      const file = pngFile(kind, colorType === 3 ? { palette: somePalette(2) } : {})
      const { browser, params, saved } = await begin()
      plantCanaries(2_000)
      expect(target(await browser.upload(coatOfArms, params, file))).toBe(saved)
      const shown = await bytesOf(await browser.get(readCoat, params))
      const exported = await (await browser.get(state, params)).text()
      const loaded = await browser.json(importFile, {}, exported)
      const again = await bytesOf(await browser.get(readCoat, (await loaded.json()) as { id: string }))
      expect(again).toEqual(shown)
      const { pixels: stored, ...size } = decodePng(shown)
      expect(size).toEqual({ width: 21, height: 13 })
      for (const bytes of [Buffer.from(shown), stored, Buffer.from(exported)])
        expect(bytes.includes(canary.slice(0, 6))).toBe(false)
    }
  }, 60_000)

  test('is shown as a picture and as nothing else', async () => {
    const { browser, params } = await begin()
    await browser.upload(coatOfArms, params, picture(3, 3))
    const { headers } = await browser.get(readCoat, params)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test('of a state file may have grown in storing, a new one may not be that large', async () => {
    const { browser, params, refused } = await begin()
    // Noise does not pack: the file is as large as its pixels.
    const noise = { width: 250, height: 220, colorType: 6, depth: 8 }
    const file = pngFile(noise)
    expect([file.length > pictureLimits.file, file.length < pictureLimits.stored]).toEqual([true, true])
    expect(target(await browser.upload(coatOfArms, params, file))).toBe(refused)
    const saved = JSON.parse(await (await browser.get(state, params)).text()) as StateFile
    const loaded = await browser.json(importFile, {}, { ...saved, coatOfArms: file.toString('base64') })
    expect(loaded.status).toBe(200)
  })
})

test('the picture of a state file is unpacked only when everything else of the file is right', async () => {
  const { browser, params } = await begin()
  const saved = JSON.parse(await (await browser.get(state, params)).text()) as StateFile
  const broken = { ...saved, challenges: ['mond'], coatOfArms: Buffer.from('kein Bild').toString('base64') }
  const answer = await browser.json(importFile, {}, broken)
  expect((await answer.json()).error.fields[0].message).toContain('challenges.mond')
})
