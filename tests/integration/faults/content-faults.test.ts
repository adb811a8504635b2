/** A questionnaire that somebody broke on the server. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { GET as health } from '@/app/health/route'
import { resetSettings } from '@/lib/env'
import { startUp } from '@/lib/start-up'
import { useInstallation } from '../setup/installation'

useInstallation()
const told: string[] = []
let root: string
let version: string
beforeEach(() => {
  told.length = 0
  root = mkdtempSync(join(tmpdir(), 'dec-broken-'))
  cpSync('questionnaires', root, { recursive: true })
  version = join(root, 'drei-ebenen-check/1.0.0')
  process.env.CONTENT_DIR = root
  resetSettings()
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void told.push(line))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => rmSync(root, { recursive: true }))

const ask = async () => {
  // It looks at most once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_010))
  const answer = await health()
  return [answer.status, await answer.json()]
}
const aboutContent = () => told.filter((line) => line.includes('Fassung') || line.includes('Fragebogen'))

describe('the newest questionnaire', () => {
  test('as published: nothing to tell, and ready', async () => {
    await startUp()
    expect(aboutContent()).toEqual([])
    expect(await ask()).toEqual([200, { status: 'ready' }])
  })

  test('broken: told with file and line, and not ready until it is repaired', async () => {
    const file = join(version, 'factors', 'begegnung.yml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^level: .*$/m, 'level: oben'))
    const line = text.split('\n').findIndex((one) => one.startsWith('level: ')) + 1
    await startUp()
    expect(aboutContent().at(-1)).toContain('Der Fragebogen ist fehlerhaft.')
    expect(aboutContent().at(-1)).toContain(` ${file}:${line} „level“ hat nicht die erwartete Form`)
    expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'questionnaire-broken' }])
    writeFileSync(file, text)
    expect(await ask()).toEqual([200, { status: 'ready' }])
  })

  test('with an id twice: told with file and line', async () => {
    const file = join(version, 'glossary.yml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text}\n${/^ {2}- id: [^]*?(?=^ {2}- id: )/m.exec(text)![0]}`)
    await startUp()
    const line = text.split('\n').length + 1
    expect(aboutContent().at(-1)).toContain(` ${file}:${line} Die Kennung „arbeitsfassung“ ist doppelt.`)
  })

  test('missing: told, and not ready', async () => {
    rmSync(version, { recursive: true })
    await startUp()
    expect(aboutContent()).toEqual([`In ${root} liegt kein Fragebogen. Prüfen Sie CONTENT_DIR.`])
    expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'questionnaire-missing' }])
  })

  test('edited after it was published: told with the files, and ready', async () => {
    const file = join(version, 'glossary.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Die Ausgabe', 'Jene Ausgabe'))
    await startUp()
    expect(aboutContent()).toHaveLength(1)
    expect(aboutContent()[0]).toContain(`${version} wurde nachträglich geändert (glossary.yml)`)
    expect(await ask()).toEqual([200, { status: 'ready' }])
  })
})
