/** The command `npm run check-content` as an author uses it: what it prints, what it writes, and its exit code. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/check-content.ts']

describe('check-content', () => {
  let root: string
  let content: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'content-'))
    cpSync('tests/fixtures/questionnaires', root, { recursive: true })
    content = join(root, 'klein/1.0.0')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], { encoding: 'utf8' })
    return { status, lines: stdout.trim().split('\n'), stderr }
  }
  const replace = (file: string, from: string, to: string) => {
    const path = join(content, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }

  test('prints file, line and reason, sorted, and fails', () => {
    replace('measures/runde-beginnen.yml', 'factor: runde', 'factor: rundes')
    replace('challenges.yml', 'factors: [mithilfe]', 'factors: [hilfe]')
    replace('factors/runde.yml', 'trifft sich alle drei Monate', 'trifft sich oft')
    const { status, lines } = run(root)
    expect(status).toBe(1)
    expect(lines[0]).toBe(`${content}/challenges.yml:11 „hilfe“ gibt es nicht.`)
    expect(lines).toContain(`${content}/factors/runde.yml:32 „oft“ lässt offen, wann die Antwort zutrifft. Besser ist eine Zahl.`)
    expect(lines).toContain(`${content}/measures/runde-beginnen.yml:3 „rundes“ gibt es nicht.`)
    const files = lines.filter((line) => line.startsWith(content)).map((line) => line.split(':')[0])
    expect(files).toEqual(files.toSorted())
  })

  test('passes valid content and says that it is not published yet', () => {
    const { status, lines } = run(root)
    expect(status).toBe(0)
    expect(lines).toEqual([
      `Hinweis: ${content} ist noch nicht veröffentlicht (keine Datei HASH).`,
      'Eine Fassung geprüft: nichts zu berichtigen.',
    ])
  })

  test('says where answers of an older version cannot come along', () => {
    const next = join(root, 'klein/1.1.0')
    cpSync(content, next, { recursive: true })
    const file = join(next, 'questionnaire.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('version: 1.0.0', 'version: 1.1.0'))
    const notice = `Hinweis: ${next} hat keine migration.yml. Antworten aus älteren Fassungen lassen sich nicht übernehmen.`
    expect(run(root).lines).toContain(notice)
    writeFileSync(join(next, 'migration.yml'), 'from: 1.0.0\n')
    const { status, lines } = run(root)
    expect(status).toBe(0)
    expect(lines).not.toContain(notice)
  })

  test('prints each reason about a migration in words', () => {
    const next = join(root, 'klein/1.1.0')
    cpSync(content, next, { recursive: true })
    const write = (name: string, from: string, to: string) => {
      const path = join(next, name)
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    }
    write('questionnaire.yml', 'version: 1.0.0', 'version: 1.1.0')
    write('factors/mithilfe.yml', 'wordingVersion: 1', 'wordingVersion: 2')
    const lines = [
      'from: 1.0.0',
      'questions:',
      '  - { id: mithilfe-struktur, fate: kept }',
      '  - { id: mithilfe-praxis, fate: reworded }',
      '  - { id: runde-praxis, fate: dropped }',
      '  - { id: erfunden, fate: added }',
      '  - { id: runde-struktur, fate: scale-changed, mapping: { 0: 0, 1: 2, 2: 1, 3: 3, 4: 4 } }',
      '',
    ]
    writeFileSync(join(next, 'migration.yml'), lines.join('\n'))
    const at = (line: number) => `${join(next, 'migration.yml')}:${line}`
    expect(run(root).lines.filter((line) => line.startsWith(next))).toEqual([
      `${at(3)} Die Frage „mithilfe-struktur“ ist als „kept“ geführt, aber ihre wordingVersion ist anders als in der Fassung 1.0.0.`,
      `${at(4)} Die Frage „mithilfe-praxis“ ist als „reworded“ geführt. Dann muss ihre wordingVersion höher sein als in der Fassung 1.0.0 (1).`,
      `${at(5)} „dropped“ passt nicht zur Frage „runde-praxis“: Es gibt sie in beiden Fassungen.`,
      `${at(6)} Die Frage „erfunden“ gibt es weder in der Fassung 1.0.0 noch in dieser.`,
      `${at(7)} Bei „runde-struktur“ sinkt die neue Stufe, wo die alte steigt (alt 1 wird 2, alt 2 wird 1). Eine höhere alte Stufe darf nicht zu einer niedrigeren neuen werden.`,
      `${at(7)} Die Frage „runde-struktur“ ist als „scale-changed“ geführt. Dann muss ihre wordingVersion höher sein als in der Fassung 1.0.0 (1).`,
    ])
  })

  test('publishes valid content, and from then on refuses edits by file', () => {
    expect(run(root, '--publish').status).toBe(0)
    expect(readFileSync(join(content, 'HASH'), 'utf8')).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64} {2}challenges\.yml\n/)
    expect(run(root).lines).toEqual(['Eine Fassung geprüft: nichts zu berichtigen.'])
    replace('glossary.yml', 'Ein Teil', 'Teil')
    const { status, lines } = run(root, '--publish')
    expect(status).toBe(1)
    expect(lines[0]).toMatch(new RegExp(`^${content}/glossary\\.yml:1 „glossary\\.yml“ gehört zu einer veröffentlichten Fassung`))
  })

  describe('of the published product', () => {
    const published = 'drei-ebenen-check/1.0.0'
    beforeEach(() => cpSync('questionnaires', root, { recursive: true }))
    const broken: [string, string, (text: string) => string, string][] = [
      ['a mistake in the YAML', 'glossary.yml', (text) => `${text}\n  - [`, 'Kein gültiges YAML.'],
      ['an alias without its anchor', 'glossary.yml', (text) => `${text}\nmore: *missing\n`, 'Kein gültiges YAML.'],
      ['a wrong shape', 'profile.yml', (text) => text.replace('fields:', 'felder:'), 'hat nicht die erwartete Form'],
      ['no questionnaire', 'questionnaire.yml', () => '', 'hat nicht die erwartete Form'],
      [
        'an id twice',
        'glossary.yml',
        (text) => `${text}\n${/^ {2}- id: [^]*?(?=^ {2}- id: )/m.exec(text)![0]}`,
        'ist doppelt. Sie steht schon in glossary.yml',
      ],
    ]

    test.each(broken)('%s is reported once, with file and line', (_, file, edit, reason) => {
      const path = join(root, published, file)
      writeFileSync(path, edit(readFileSync(path, 'utf8')))
      const { status, lines, stderr } = run(root)
      expect([status, stderr]).toEqual([1, ''])
      const found = lines.filter((line) => line.startsWith(`${path}:`) && line.includes(reason))
      expect(found.length).toBeGreaterThan(0)
      expect(new Set(found).size).toBe(found.length)
      expect(lines.at(-1)).toMatch(/zu berichtigen\.$/)
    })
  })

  test('does not publish broken content', () => {
    replace('glossary.yml', 'term: Quartier', 'begriff: Quartier')
    expect(run(root, '--publish').status).toBe(1)
    expect(existsSync(join(content, 'HASH'))).toBe(false)
  })

  test('fails on a stale schema for editors until it is written anew', () => {
    writeFileSync(join(root, 'schema.json'), '{}\n')
    const { status, lines } = run(root)
    expect(status).toBe(1)
    expect(lines[0]).toMatch(/schema\.json:1 Das Schema für Editoren/)
    expect(run(root, '--write-schema').status).toBe(0)
    expect(run(root).status).toBe(0)
  })

  test('wants a schema as soon as content points to it', () => {
    replace('glossary.yml', 'terms:', '# yaml-language-server: $schema=../../schema.json#/$defs/glossary\nterms:')
    expect(run(root).lines[0]).toMatch(/schema\.json:1 /)
  })

  test.each([
    ['an unknown option', ['--alles']],
    ['a folder that is not there', ['/gibt/es/nicht']],
    ['two folders', ['a', 'b']],
    ["a version's folder", ['tests/fixtures/questionnaires/klein/1.0.0']],
    ["a questionnaire's folder", ['tests/fixtures/questionnaires/klein']],
  ])('refuses %s with exit code 2', (_, args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stderr.trim()).not.toBe('')
  })

  test("a questionnaire's folder instead of the content root is told, with the right call", () => {
    for (const folder of ['klein', 'klein/1.0.0']) {
      const { lines, stderr } = run(join(root, folder))
      expect(lines).toEqual([''])
      expect(stderr).toContain(`npm run check-content -- ${root}\n`)
    }
  })

  test('an empty content root is no success', () => {
    rmSync(join(root, 'klein'), { recursive: true })
    const { status, lines } = run(root)
    expect(status).toBe(1)
    expect(lines[0]).toBe(`${root}:1 Hier liegt kein Fragebogen. Erwartet wird ein Ordner je Fragebogen und Fassung.`)
  })
})
