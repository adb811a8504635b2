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

  test('publishes valid content, and from then on refuses edits by file', () => {
    expect(run(root, '--publish').status).toBe(0)
    expect(readFileSync(join(content, 'HASH'), 'utf8')).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64} {2}challenges\.yml\n/)
    expect(run(root).lines).toEqual(['Eine Fassung geprüft: nichts zu berichtigen.'])
    replace('glossary.yml', 'Ein Teil', 'Teil')
    const { status, lines } = run(root, '--publish')
    expect(status).toBe(1)
    expect(lines[0]).toMatch(new RegExp(`^${content}/glossary\\.yml:1 „glossary\\.yml“ gehört zu einer veröffentlichten Fassung`))
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
  ])('refuses %s with exit code 2', (_, args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stderr.trim()).not.toBe('')
  })

  test('an empty content root is no success', () => {
    rmSync(join(root, 'klein'), { recursive: true })
    const { status, lines } = run(root)
    expect(status).toBe(1)
    expect(lines[0]).toBe(`${root}:1 Hier liegt kein Fragebogen. Erwartet wird ein Ordner je Fragebogen und Fassung.`)
  })
})
