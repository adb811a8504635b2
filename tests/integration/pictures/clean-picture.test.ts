import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type * as Zlib from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { decodePng } from '../../factories/decode-png'
import { chunk, fileOf, header, picture, pixelsOf, someSamples } from '../../factories/png'
import { usePictureWorker } from '../setup/picture-worker'

usePictureWorker()

// Before the first import of what is tested: from then on every use is counted.
const zlib = createRequire(import.meta.url)('node:zlib') as typeof Zlib
const unpacking = [
  'inflateSync',
  'inflate',
  'unzipSync',
  'unzip',
  'inflateRawSync',
  'inflateRaw',
  'deflateSync',
  'deflate',
] as const
const spies = unpacking.map((name) => jest.spyOn(zlib, name as 'inflateSync'))
jest.unstable_mockModule('fast-png', () => {
  throw new Error('decodes in this thread')
})
const { cleanPicture } = await import('@/lib/pictures/clean-picture')
const { pictureLimits } = await import('@/lib/pictures/limits')

const usual = { time: pictureLimits.time, memory: pictureLimits.memory, script: 'build/picture-worker.mjs' }
const folder = mkdtempSync('build/test-')
afterAll(() => rmSync(folder, { recursive: true }))
function script(name: string, source: string) {
  writeFileSync(`${folder}/${name}.mjs`, source)
  return { ...usual, script: `${folder}/${name}.mjs` }
}
const busy = expect.objectContaining({ name: 'AppError', code: 'image-busy', status: 503 })
const shape = { width: 20, height: 30, colorType: 6, depth: 8 }
const good = picture(20, 30)
/** Who may have every turn. */
const anybody = { id: 'anybody', member: true, most: pictureLimits.running + pictureLimits.waiting }
const whole = async () =>
  expect(decodePng(await cleanPicture(good, anybody)).pixels).toEqual(pixelsOf(shape, {}, someSamples(shape)))

let logged: string[]
beforeEach(() => {
  logged = []
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line))
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line))
  for (const spy of spies) spy.mockClear()
})
afterEach(() => {
  for (const name of ['error', 'log'] as const) (console[name] as unknown as { mockRestore(): void }).mockRestore()
})

describe('a picture', () => {
  test('is unpacked in its own thread: nothing is unpacked, packed or decoded in this one', async () => {
    await whole()
    await expect(
      cleanPicture(fileOf(header(shape), chunk('IDAT', Buffer.from('kein zlib')), chunk('IEND')), anybody),
    ).rejects.toMatchObject({
      code: 'bad-image',
    })
    expect(unpacking.filter((_, n) => spies[n]!.mock.calls.length > 0)).toEqual([])
    // The counting counts.
    deflateSync(Buffer.of(1))
    zlib.inflateSync(zlib.deflateSync(Buffer.of(1)))
    expect(unpacking.filter((_, n) => spies[n]!.mock.calls.length > 0)).toEqual(['inflateSync', 'deflateSync'])
  })

  test.each([
    ['a row that is missing', Buffer.alloc(9)],
    ['200 KB of zeros that unpack to 190 MB', Buffer.alloc(190_000_000)],
    ['nothing', Buffer.alloc(0)],
  ])('with %s is refused', async (_, rows) => {
    const file = fileOf(header(shape), chunk('IDAT', deflateSync(rows)), chunk('IEND'))
    await expect(cleanPicture(file, anybody)).rejects.toMatchObject({
      code: 'bad-image',
      fields: [{ values: { reason: 'content' } }],
    })
    expect(logged).toEqual([])
  })

  test('of the largest size is taken', async () => {
    const side = pictureLimits.side
    const rows = Buffer.alloc(side * (1 + side * 4))
    const file = fileOf(header({ ...shape, width: side, height: side }), chunk('IDAT', deflateSync(rows)), chunk('IEND'))
    expect((await cleanPicture(file, anybody)).length).toBeLessThan(pictureLimits.stored)
  })

  test('that packs badly once it is not interlaced any more is refused with that reason, before it is stored', async () => {
    const side = pictureLimits.side
    // Each row of each pass repeats the same 251 bytes; side by side they repeat nothing.
    const rows = Buffer.alloc(4_000_000 + 2 * side, 0)
    for (let at = 0; at < rows.length; at += 1) rows[at] = (at % 251) & 3
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const
    const length = passes.reduce((sum, [l, t, a, d]) => sum + Math.ceil((side - t) / d) * (1 + 4 * Math.ceil((side - l) / a)), 0)
    const body = chunk('IDAT', deflateSync(rows.subarray(0, length), { level: 9 }))
    const file = fileOf(header({ ...shape, width: side, height: side, interlaced: true }), body, chunk('IEND'))
    expect(file.length).toBeLessThan(pictureLimits.file)
    await expect(cleanPicture(file, anybody)).rejects.toMatchObject({
      code: 'bad-image',
      fields: [{ values: { reason: 'packed' } }],
    })
  }, 60_000)
})

describe('a thread that goes wrong ends with an answer, is told to the operator, and the next picture is looked at:', () => {
  test.each([
    ['too slow', { ...usual, time: 1 }, 'takes too long'],
    ['for ever', { ...script('loops', 'for (;;);'), time: 300 }, 'takes too long'],
    [
      'too large',
      script('grows', 'const all = []; for (;;) all.push(new Array(1000).fill(all.length))'),
      'ERR_WORKER_OUT_OF_MEMORY',
    ],
    ['with an exit', script('exits', 'process.exit(0)'), 'worker ended with 0'],
    ['with an error', script('fails', 'throw new Error("kaputt")'), 'kaputt'],
    ['without a file', { ...usual, script: `${folder}/nirgends.mjs` }, 'nirgends'],
  ])(
    '%s',
    async (_, worker, cause) => {
      await expect(cleanPicture(good, anybody, pictureLimits.file, worker)).rejects.toEqual(busy)
      expect(logged.join('\n')).toMatch(new RegExp(`^image-busy cleanPicture [^]*${cause}`))
      await whole()
    },
    60_000,
  )

  test('nothing of the settings of this process is seen there', async () => {
    process.env.TEST_SECRET = 'geheim'
    const worker = script(
      'tells',
      'import { parentPort } from "node:worker_threads"; parentPort.postMessage({ png: Buffer.from(JSON.stringify([process.env, process.execArgv])) })',
    )
    const told = JSON.parse(Buffer.from(await cleanPicture(good, anybody, pictureLimits.file, worker)).toString()) as unknown
    expect(told).toEqual([{ NODE_ENV: 'production' }, []])
    delete process.env.TEST_SECRET
  })
})

test('a few wait for their turn; more are asked to come again, and the operator is told', async () => {
  const { running, waiting } = pictureLimits
  const all = await Promise.allSettled(Array.from({ length: running + waiting + 3 }, () => cleanPicture(good, anybody)))
  expect(all.map(({ status }) => status)).toEqual([
    ...new Array<string>(running + waiting).fill('fulfilled'),
    ...new Array<string>(3).fill('rejected'),
  ])
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(busy)
  expect(logged.filter((line) => /^sicherheit \S+ budget-spent what=pictures$/.test(line))).toHaveLength(3)
  await whole()
}, 60_000)

test('nobody takes all turns: a few for each browser, some kept for members', async () => {
  const { running, waiting, waitingForMembers, each } = pictureLimits
  const outcome = async (owners: readonly { id: string; member: boolean }[]) =>
    (await Promise.allSettled(owners.map((owner) => cleanPicture(good, owner)))).map(({ status }) => status === 'fulfilled')
  const one = { id: 'one', member: false }
  const many = Array.from({ length: running + waiting }, (_, index) => ({ id: `other-${index}`, member: false }))
  expect(await outcome([...new Array<typeof one>(each + 1).fill(one), many[0]!])).toEqual([true, true, false, true])
  const taken = await outcome([...many, { id: 'ida', member: true }])
  expect(taken.filter((done) => !done)).toHaveLength(waitingForMembers)
  expect(taken.at(-1)).toBe(true)
}, 60_000)

test('what is no picture takes nobody’s turn', async () => {
  const refused = Array.from({ length: 30 }, () => cleanPicture(Buffer.from('GIF89a'), anybody))
  for (const one of await Promise.allSettled(refused))
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'bad-image' } })
})
