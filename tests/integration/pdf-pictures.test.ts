/** The PDF library unpacks some kinds of PNG itself, and some of them wrongly: what is stored are kinds that it prints as they are. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PDFDocument from 'pdfkit'
import { cleanPng } from '@/lib/pictures/clean-png'
import { pictureLimits } from '@/lib/pictures/limits'
import { readPng } from '@/lib/pictures/read-png'
import { renderReportPdf } from '@/lib/report/pdf/render-in-worker'
import { kinds, pixelsOf, pngFile, someSamples, somePalette, type Extras, type Shape } from '../factories/png'
import { exampleReport } from '../factories/report'

async function printed(png: Uint8Array): Promise<Uint8Array> {
  const document = new PDFDocument({ size: [200, 200], margin: 0 })
  const parts: Buffer[] = []
  const end = new Promise((resolve) => document.on('end', resolve))
  document.on('data', (part: Buffer) => parts.push(part))
  document.image(Buffer.from(png), 0, 0, { width: 100 })
  document.end()
  await end
  return new Uint8Array(Buffer.concat(parts))
}

interface Shown {
  width: number
  height: number
  /** 1 for one bit of grey, 2 for three colours, 3 for colours and alpha. */
  kind: number
  data: Uint8Array
}

/** Red, green, blue, alpha of the first picture on the first page, as a reader shows it. */
async function firstPicture(pdf: Uint8Array): Promise<{ width: number; height: number; pixels: Buffer }> {
  const task = getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  })
  const page = await (await task.promise).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const at = fnArray.indexOf(OPS.paintImageXObject)
  const name = (argsArray[at] as [string])[0]
  const { width, height, kind, data } = await new Promise<Shown>((resolve) =>
    page.objs.get(name, resolve as (data: unknown) => void),
  )
  await task.destroy()
  const pixels: number[] = []
  const rowOfBits = (width + 7) >> 3
  for (let n = 0; n < width * height; n += 1) {
    const [x, y] = [n % width, Math.floor(n / width)]
    if (kind === 1) {
      const grey = (data[y * rowOfBits + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
      pixels.push(grey, grey, grey, 255)
    } else pixels.push(...data.subarray(n * kind + n, n * kind + n + 3), kind === 3 ? data[n * 4 + 3]! : 255)
  }
  return { width, height, pixels: Buffer.from(pixels) }
}

const cases = kinds.flatMap(([colorType, depths]) =>
  depths.flatMap((depth): [string, Shape, Extras, number][] => {
    const shape = { width: 19, height: 7, colorType, depth }
    const name = `colour type ${colorType}, ${depth} bits`
    if (colorType === 3) {
      const palette = somePalette(2 ** depth)
      const transparency = Uint8Array.of(0, 100)
      return [
        [name, shape, { palette }, 2 ** depth - 1],
        [`${name}, transparent`, shape, { palette, transparency }, 2 ** depth - 1],
        [`${name}, interlaced`, { ...shape, interlaced: true }, { palette, transparency }, 2 ** depth - 1],
      ]
    }
    const transparency = colorType === 0 ? Uint8Array.of(0, 1) : colorType === 2 ? Uint8Array.of(0, 9, 0, 8, 0, 7) : undefined
    return [
      [name, shape, {}, 2 ** depth - 1],
      [`${name}, interlaced`, { ...shape, interlaced: true }, {}, 2 ** depth - 1],
      ...(transparency
        ? [[`${name}, transparent`, shape, { transparency }, 2 ** depth - 1] as [string, Shape, Extras, number]]
        : []),
    ]
  }),
)

describe('a stored picture is printed as it was:', () => {
  test.each(cases)('%s', async (_, shape, extras, most) => {
    const samples = someSamples(shape, most)
    if (shape.colorType === 2) samples.splice(0, 3, 9, 8, 7)
    const stored = cleanPng(readPng(pngFile(shape, extras, samples), pictureLimits.file))
    const { pixels, ...size } = await firstPicture(await printed(stored))
    expect(size).toEqual({ width: shape.width, height: shape.height })
    const wanted = pixelsOf(shape, extras, samples)
    // Where nothing is to be seen, the colour does not matter.
    for (const bytes of [pixels, wanted])
      for (let at = 0; at < bytes.length; at += 4) if (bytes[at + 3] === 0) bytes.fill(0, at, at + 3)
    expect(pixels).toEqual(wanted)
  })
})

describe('a report with a stored picture', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-worker.mjs', 'pdf'])
  }, 120_000)

  test.each(cases.filter(([name]) => /type 3, 8 bits, transparent|type 6, 8 bits$/.test(name)))(
    'of %s is rendered with it',
    async (_, shape, extras, most) => {
      const samples = someSamples(shape, most)
      const coatOfArms = cleanPng(readPng(pngFile(shape, extras, samples), pictureLimits.file))
      const pdf = await renderReportPdf({ view: exampleReport(), coatOfArms }, { time: 120_000, memory: 512 })
      const { width, height } = await firstPicture(pdf)
      expect([width, height]).toEqual([shape.width, shape.height])
    },
    120_000,
  )
})
