/** What a request costs grows with its size and no faster. Steps are counted, not time. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, jest, test } from '@jest/globals'
import { answersOfForm } from '@/app/_lib/answers-of-form'
import { collectFields, readSubmission } from '@/app/_lib/read-body'
import { readQuery } from '@/app/_lib/read-query'
import { checkText } from '@/lib/assessments/text'
import { AppError } from '@/lib/errors'
import { inputLimits } from '@/lib/input/limits'
import { z } from 'zod'

const tooLarge = expect.objectContaining({ code: 'body-too-large' })

/** Gives how many steps the iterators of lists take while something runs: spreading and copying lists is made of them. */
function listSteps(work: () => void): number {
  const prototype = Object.getPrototypeOf([][Symbol.iterator]()) as { next: () => unknown }
  const { next } = prototype
  let steps = 0
  prototype.next = function counted(this: unknown) {
    steps += 1
    return next.call(this)
  }
  try {
    work()
  } finally {
    prototype.next = next
  }
  return steps
}

/** Names with values, and how many were asked for. */
function pulled(count: number, nameOf: (index: number) => string) {
  let pulls = 0
  function* entries(): Generator<[string, string]> {
    for (let index = 0; index < count; index += 1) {
      pulls += 1
      yield [nameOf(index), '']
    }
  }
  return { entries: entries(), pulls: () => pulls }
}

const post = (body: string, contentType: string) =>
  new Request('http://127.0.0.1:3000/api/x', { method: 'POST', body, headers: { 'content-type': contentType } })
const read = (body: string, contentType = 'application/x-www-form-urlencoded') =>
  readSubmission(post(body, contentType), { limit: 2 * 1024 * 1024 })

describe('the fields of a form', () => {
  test.each([
    ['one name again and again', () => 'a'],
    ['different names', (index: number) => `a${index}`],
  ])('%s: no more are looked at than may come, and one', (_, nameOf) => {
    const { entries, pulls } = pulled(131_000, nameOf)
    expect(() => collectFields(entries)).toThrow(tooLarge as never)
    expect(pulls()).toBe(inputLimits.fields + 1)
  })

  test('as many as may come are taken', () => {
    const fields = collectFields(pulled(inputLimits.fields, (index) => `a${index}`).entries)
    expect(Object.keys(fields)).toHaveLength(inputLimits.fields)
  })

  test.each([
    ['one name again and again', () => 'a'],
    ['different names', (index: number) => `a${index}`],
  ])('%s: twice as many take about twice the steps', (_, nameOf) => {
    const stepsFor = (count: number) => {
      const entries = [...pulled(count, nameOf).entries]
      return listSteps(() => void collectFields(entries))
    }
    expect(stepsFor(inputLimits.fields)).toBeLessThanOrEqual(10 * inputLimits.fields)
    expect(stepsFor(inputLimits.fields)).toBeLessThanOrEqual(2.2 * stepsFor(inputLimits.fields / 2))
  })

  test('answers: many parts of one question take steps in proportion', () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`q.raeume.teil${index}`, '']))
    expect(listSteps(() => void answersOfForm(fields))).toBeLessThanOrEqual(20 * 500)
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'a&'.repeat(100_000)],
    ['empty fields', 'application/x-www-form-urlencoded', '&'.repeat(100_000)],
    [
      'a form with files',
      'multipart/form-data; boundary=x',
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(20_000)}--x--\r\n`,
    ],
    [
      'files alone',
      'multipart/form-data; boundary="x"',
      `${'--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n'.repeat(10_000)}--x--\r\n`,
    ],
    [
      'names of an object',
      'application/json',
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 1]))),
    ],
    ['entries of a list', 'application/json', JSON.stringify({ a: Array(100_000).fill(1) })],
    ['names further inside', 'application/json', JSON.stringify({ a: { b: Array(30_000).fill({}) } })],
    ['lists in lists', 'application/json', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('too many are refused before they are taken apart: %s', async (_, type, body) => {
    const fromEntries = jest.spyOn(Object, 'fromEntries')
    const formData = jest.spyOn(Response.prototype, 'formData')
    try {
      await expect(read(body, type)).rejects.toEqual(tooLarge)
      expect([fromEntries.mock.calls.length, formData.mock.calls.length]).toEqual([0, 0])
    } finally {
      fromEntries.mockRestore()
      formData.mockRestore()
    }
  })

  test('a name that is longer than any of ours is refused', async () => {
    const long = 'n'.repeat(inputLimits.nameLength + 1)
    await expect(read(`${long}=1`)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(read(JSON.stringify({ a: { [long]: 1 } }), 'application/json')).rejects.toMatchObject({ code: 'bad-request' })
    expect((await read(`${long.slice(1)}=1`)).fields).toEqual({ [long.slice(1)]: '1' })
  })

  test('a text with many lines that look like the end of a part stays a text', async () => {
    const text = '--\r\n--y\r\n'.repeat(2_000)
    const form = new FormData()
    form.set('note', text)
    const encoded = new Response(form)
    const { fields } = await read(await encoded.text(), encoded.headers.get('content-type')!)
    expect(fields).toEqual({ note: text })
  })
})

test('an address with too many names is refused before they are collected', () => {
  const request = new Request(`http://127.0.0.1:3000/api/questionnaire?${'a&'.repeat(7_000)}`)
  const asked = jest.fn()
  const schema = z.any().transform(asked)
  expect(() => readQuery(request, schema)).toThrow(tooLarge as never)
  expect(asked).not.toHaveBeenCalled()
})

test('an error names no more fields than a page has room for', () => {
  const fields = Array.from({ length: 20_000 }, (_, index) => ({ field: `f${index}`, code: 'bad-request' as const }))
  expect(new AppError('bad-request', { fields }).fields).toEqual(fields.slice(0, inputLimits.fieldErrors))
})

describe('accents in a row', () => {
  // Bringing a run of accents into their order takes steps in the square of its length.
  const run = (count: number) => `a${'\u0301\u0323'.repeat(count / 2)}`

  test('more than any language uses are refused without being put into order', () => {
    const normalize = jest.spyOn(String.prototype, 'normalize')
    try {
      const found = checkText(`x${run(100_000)}`, { limit: 4_000, lines: 100 })
      expect(found).toEqual({ error: { code: 'bad-characters', values: { position: 3 } } })
      expect(normalize).not.toHaveBeenCalled()
    } finally {
      normalize.mockRestore()
    }
  })

  test('as many as the Unicode standard asks for are taken', () => {
    expect(checkText(run(inputLimits.marksInARow), { limit: 4_000, lines: 100 })).toHaveProperty('text')
    expect(checkText(`${run(inputLimits.marksInARow)}\u0301`, { limit: 4_000, lines: 100 })).toHaveProperty('error')
  })
})

describe('patterns', () => {
  /** A pattern that looks for repeated characters at an end without beginning at the start tries every run of them in between. */
  const loose = /(?<!\\)[+*]\??\)*\$$/
  const anchored = /^\(*(?:\?[:=!])?\^/

  /** The alternatives of a pattern, as far as they stand side by side. */
  function alternatives(source: string): string[] {
    const parts = ['']
    let [depth, inClass] = [0, false]
    for (const token of source.match(/\\.|[\s\S]/g) ?? []) {
      if (!inClass && token === '(') depth += 1
      if (!inClass && token === ')') depth -= 1
      if (token === '[') inClass = true
      if (token === ']') inClass = false
      if (!inClass && depth === 0 && token === '|') parts.push('')
      else parts[parts.length - 1] += token
    }
    return parts
  }

  /** Reads what was written here, never at the end of something that was sent. */
  const ofOurs = ['app/_result/level-cards.tsx', 'lib/report/format.ts']

  test('none that reads foreign text looks for blanks at an end by trying every one in the middle', () => {
    const files = ['app', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !ofOurs.includes(file))
    expect(sources.length).toBeGreaterThan(200)
    const found = sources.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /(?<=[\s(,=!&|?:[])\/((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])*)\/[dgimsuvy]*(?=[\s.,;)\]])/g,
        ),
      ]
        .flatMap(([, source = '']) => alternatives(source))
        .filter((one) => loose.test(one) && !anchored.test(one))
        .map((one) => `${file}: ${one}`),
    )
    expect(found).toEqual([])
  })
})
