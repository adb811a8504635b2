/** The command line as a caller meets it: exit codes, messages with file and line, JSON by its schema, the same PDF text as the site. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { resultJsonSchema } from '@/lib/report/result-json'

const sample = 'questionnaires/reference-towns/merzig.yml'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function assess(...args: string[]) {
  const result = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/assess.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

function written(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('a good file', () => {
  test('gives JSON of the documented shape on standard output', () => {
    const { code, out, err } = assess(sample, '--json', '-')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const result = resultJsonSchema.parse(JSON.parse(out))
    expect(result.levels.map((level) => level.id)).toEqual(['verwaltung', 'intermediaer', 'vor-ort'])
    expect(result.factors).toHaveLength(23)
    expect(result.measures[0]).toMatchObject({ rank: 1, factor: 'raeume' })
  })

  test('gives the same bytes twice', () => {
    expect(assess(sample, '--json', '-').out).toBe(assess(sample, '--json', '-').out)
  })

  test('gives null, never zero, where a level cannot be assessed', () => {
    const result = resultJsonSchema.parse(JSON.parse(assess(sample, '--json', '-').out))
    const between = result.levels.find((level) => level.id === 'intermediaer')!
    expect([between.score, between.stage]).toEqual([null, null])
    expect(result.balance.state).toBe('not-assessable')
  })

  test('writes a PDF of the chosen edition', () => {
    const pdf = join(folder, 'bericht.pdf')
    const { code, err } = assess(sample, '--pdf', pdf, '--fassung', 'arbeit')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('characters that no font of the PDF has', () => {
  const foreign = () =>
    written('zeichen.yml', readFileSync(sample, 'utf8').replace(/quartier: \{ name: .*\}/, 'quartier: { name: 東京 }'))

  test('are named on standard error, and the report is written', () => {
    const pdf = join(folder, 'zeichen.pdf')
    const { code, err } = assess(foreign(), '--pdf', pdf)
    expect(code).toBe(0)
    expect(err).toMatch(/^Hinweis: .*„東“, „京“.*□.*\n$/)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('are no matter where nothing is printed', () => {
    expect(assess(foreign(), '--json', '-').err).toBe('')
  })
})

describe('bad input', () => {
  const good = readFileSync(sample, 'utf8')
  const lineOf = (needle: string) => good.slice(0, good.indexOf(needle)).split('\n').length

  test.each([
    ['no argument', [], 2, /Aufruf:/],
    ['an unknown option', [sample, '--xml', 'x'], 2, /Aufruf:/],
    ['an unknown edition', [sample, '--fassung', 'presse'], 2, /Aufruf:/],
    ['a file that is not there', ['nirgends.yml'], 1, /nirgends\.yml: Die Datei ist nicht da/],
  ])('%s', (_, args, code, message) => {
    const result = assess(...args)
    expect(result.code).toBe(code)
    expect(result.err).toMatch(message)
    expect(result.err).not.toMatch(/\n\s+at /)
  })

  test.each([
    ['broken YAML', good.replace('mode: voll', 'mode: ]voll'), 'mode: voll', /YAML/],
    [
      'an unknown question',
      good.replace('raeume-struktur:', 'raeume-unsinn:'),
      'raeume-struktur:',
      /„raeume-unsinn“ gibt es nicht/,
    ],
    ['a wrong version', good.replace('version: 1.0.0', 'version: 9.9.9'), null, /Fassung 9\.9\.9/],
    [
      'an unknown question called __proto__',
      good.replace('raeume-struktur:', '__proto__:'),
      'raeume-struktur:',
      /„answers\.__proto__“/,
    ],
    [
      'an unknown question called constructor',
      good.replace('raeume-struktur:', 'constructor:'),
      'raeume-struktur:',
      /„constructor“ gibt es nicht/,
    ],
    ['a challenge named twice', good.replace(/challenges: \[(\S+),/, 'challenges: [$1, $1,'), null, /nur einmal wählen/],
    [
      'a challenge named 10,000 times',
      good.replace(/challenges: \[(\S+),/, `challenges: [${'$1, '.repeat(10_000)}`),
      null,
      /höchstens 100 Einträge/,
    ],
    ['an unknown challenge', good.replace(/challenges: \[/, 'challenges: [unsinn, '), null, /„unsinn“ gibt es nicht/],
  ])('%s names the line and the reason', (name, text, place, reason) => {
    const path = written(`${name}.yml`, text)
    const { code, out, err } = assess(path, '--json', '-')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(reason)
    if (place) expect(err).toContain(`${path}:${lineOf(place)} `)
  })

  test('shows what a file would make the terminal do, and does not do it', () => {
    const path = written('steuerzeichen.yml', good.replace('mode: voll', 'mode: "\\e[31mrot\\u202e"\n"\\e]0;x\\a": 1'))
    const { code, err } = assess(path)
    expect(code).toBe(1)
    expect(err).toContain('\\u{1b}]0;x\\u{7}')
    expect(err).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })

  test('of hundreds of wrong places tells the first and how many more there are', () => {
    const many = Array.from({ length: 130 }, (_, index) => `  unsinn-${index}: { state: unknown }\n`).join('')
    const { code, err } = assess(written('viele.yml', `${good.trimEnd()}\n${many}`))
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n')).toHaveLength(21)
    expect(err).toMatch(/: 110 weitere Stellen sind zu berichtigen\.\n$/)
  })

  test('bytes that are not UTF-8', () => {
    const { code, err } = assess(written('latin1.yml', Buffer.from(good, 'latin1')))
    expect(code).toBe(1)
    expect(err).toMatch(/nicht in UTF-8/)
  })

  test('a file over the limit', () => {
    const { code, err } = assess(written('gross.yml', `${good}\n# ${'x'.repeat(300_000)}`))
    expect(code).toBe(1)
    expect(err).toMatch(/größer als 256 KB/)
  })

  test('a target that cannot be written', () => {
    const { code, err } = assess(sample, '--json', join(folder, 'gibt', 'es', 'nicht.json'))
    expect(code).toBe(1)
    expect(err).toMatch(/konnte nicht geschrieben werden/)
  })
})
