/** `npm run demo`: a folder of its own, built once, never somebody else's database. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { demoPeople, markerFile, runDemo, startDemo } from '../../setup/demo-site'
import { databaseFile, emptyDataDir, migratedDataDir } from '../setup/data-dir'

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const contents = (folder: string) => readdirSync(folder).map((name) => [name, hashOf(join(folder, name))])

describe('npm run demo', () => {
  test('refuses a folder with another database and changes nothing in it, with --neu too', async () => {
    const folder = migratedDataDir()
    const before = contents(folder)
    for (const args of [[], ['--neu']]) {
      const demo = await runDemo(folder, args)
      expect(await demo.ended).toBe(1)
      expect(demo.output()).toContain(`In ${folder} liegt etwas anderes als die Demonstration.`)
    }
    expect(contents(folder)).toEqual(before)
  })

  test('refuses words it does not know', async () => {
    const folder = emptyDataDir()
    const demo = await runDemo(folder, ['--new'])
    expect(await demo.ended).toBe(1)
    expect(demo.output()).toContain('npm run demo [-- --neu]')
    expect(readdirSync(folder)).toEqual([])
  })

  test('builds once and says how to sign in, uses it again, and begins anew only when asked', async () => {
    const folder = emptyDataDir()
    const first = await startDemo(folder)
    const people = demoPeople(folder)
    for (const { email, password } of people) expect(first.output()).toContain(`E-Mail: ${email}   Passwort: ${password}`)
    expect(first.output()).toContain('Die Demonstration wird angelegt')
    expect(statSync(markerFile(folder)).mode & 0o077).toBe(0)
    await first.stop()

    const foreign = join(folder, 'operator.md')
    writeFileSync(foreign, 'Impressum')
    const inode = statSync(join(folder, databaseFile)).ino
    const second = await startDemo(folder)
    expect(second.output()).not.toContain('wird angelegt')
    expect(second.output()).toContain(people[0]!.password)
    expect(demoPeople(folder)).toEqual(people)
    expect(statSync(join(folder, databaseFile)).ino).toBe(inode)
    await second.stop()

    const anew = await startDemo(folder, ['--neu'])
    const passwords = demoPeople(folder).map(({ password }) => password)
    expect(passwords.filter((password) => people.some((person) => person.password === password))).toEqual([])
    expect(existsSync(foreign)).toBe(true)
    await anew.stop()
  }, 180_000)

  test('that was broken off while it was built is built at the next start', async () => {
    const folder = emptyDataDir()
    writeFileSync(markerFile(folder), JSON.stringify({ demonstration: 'drei-ebenen-check' }))
    writeFileSync(join(folder, databaseFile), 'half a database')
    const demo = await startDemo(folder)
    expect(demoPeople(folder).map(({ role }) => role)).toEqual(['koordination', 'mitarbeit'])
    await demo.stop()
  }, 120_000)
})

test('npm start does not serve the demonstration, whose pages would not say what it is', () => {
  const folder = emptyDataDir()
  writeFileSync(markerFile(folder), JSON.stringify({ demonstration: 'drei-ebenen-check', people: [] }))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '3998', DATA_DIR: folder },
  })
  expect(status).toBe(1)
  expect(stderr).toContain(`In ${folder} liegt die Demonstration`)
})
