/** What an author reads who writes something wrong into the demonstration: file, line, reason. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/check-content.ts']

describe('the content check of the demonstration', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'content-'))
    cpSync('questionnaires', root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  /** Replaces the first place and gives its line. */
  function replace(name: string, from: string, to: string): string {
    const file = join(root, 'demo', name)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(from)
    writeFileSync(file, text.replace(from, to))
    return `${file}:${text.slice(0, text.indexOf(from)).split('\n').length}`
  }
  function check() {
    const { status, stdout } = spawnSync(process.execPath, [...command, root], { encoding: 'utf8' })
    return { status, lines: stdout.trim().split('\n') }
  }

  test('names the line of a wrong shape', () => {
    const place = replace('demo.yml', 'value: 60', 'value: 20')
    const { status, lines } = check()
    expect(status).toBe(1)
    expect(lines[0]).toBe(`${place} „targets.3.value“: Möglich ist mindestens 50.`)
  })

  test('names people, rounds, factors and measures that are not there, and days that do not fit', () => {
    const places = {
      person: replace('demo.yml', 'by: mitarbeit, status: laeuft }', 'by: niemand, status: laeuft }'),
      measure: replace('demo.yml', 'recommendation: zustaendigkeit-benennen', 'recommendation: erfunden'),
      factor: replace('demo.yml', 'factor: begegnung', 'factor: begegnungen'),
      order: replace('demo.yml', 'on: 2024-10-15', 'on: 2023-10-15'),
      open: replace('demo.yml', 'created: 2024-12-02', 'created: 2025-01-02'),
      round: replace('demo.yml', "askedIn: '2026'", "askedIn: '2027'"),
    }
    const { status, lines } = check()
    expect(status).toBe(1)
    expect(lines).toEqual(
      expect.arrayContaining([
        `${places.person} „niemand“ gibt es nicht.`,
        `${places.measure} „erfunden“ gibt es nicht.`,
        `${places.factor} „begegnungen“ gibt es nicht.`,
        `${places.order} 2023-10-15 liegt vor 2024-10-08. Die Tage müssen in der Reihenfolge der Zeit stehen.`,
        `${places.open} Am 2025-01-02 war der Durchgang 2024 nicht offen.`,
        `${places.round} „2027“ gibt es nicht.`,
      ]),
    )
    expect(lines.at(-1)).toBe('Eine Fassung geprüft: 6 Stellen zu berichtigen.')
  })

  test('asks for what is missing: a reason, an origin, somebody who coordinates, the answers of a round', () => {
    replace('demo.yml', '    reason: In der Haushaltssicherung', '    reason: ""\n#')
    replace('demo.yml', '    factor: begegnung\n', '')
    replace('demo.yml', 'role: koordination', 'role: lesen')
    rmSync(join(root, 'demo', '2024.yml'))
    const { lines } = check()
    expect(lines.map((line) => line.replace(/^.*demo\//, '').replace(/:\d+/, ''))).toEqual([
      'demo.yml Die erste Person richtet den Arbeitsbereich ein. Ihre Rolle ist „koordination“.',
      'demo.yml Eine Maßnahme kommt aus einer Empfehlung („round“ und „recommendation“) oder ist frei („title“ und „factor“).',
      'demo.yml Hier fehlt der Grund („reason“).',
      '2024.yml Diese Datei fehlt. Sie enthält die Antworten eines Durchgangs.',
      'Eine Fassung geprüft: 4 Stellen zu berichtigen.',
    ])
  })

  test('checks the answers of its rounds like any coded file', () => {
    const place = replace('2024.yml', 'raeume-praxis:', 'raeume-nutzung:')
    expect(check().lines[0]).toBe(`${place} Die Frage „raeume-nutzung“ gibt es nicht.`)
  })
})
