/** The very first database, and what lies in its place instead. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, emptyDataDir, migrate, migratedDataDir } from '../setup/data-dir'

const fileIn = (dataDir: string) => join(dataDir, databaseFile)
const countTables = (file: string) => {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    return database.prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'table'`).pluck().get() as number
  } finally {
    database.close()
  }
}

function migrateUntil(dataDir: string, step: number) {
  return spawnSync(process.execPath, ['--import', resolve('tests/integration/setup/kill-at.mjs'), 'scripts/migrate.mjs'], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, KILL_AT: String(step) },
    encoding: 'utf8',
  })
}

describe('a first start that is killed', () => {
  test('at whichever step leaves no half database in its place, and the next start makes a whole one', () => {
    const wanted = countTables(fileIn(migratedDataDir()))
    let steps = 0
    for (let ended = false; !ended; steps += 1) {
      const dataDir = emptyDataDir()
      const { signal, status } = migrateUntil(dataDir, steps)
      ended = signal === null
      expect(ended ? status : signal).toBe(ended ? 0 : 'SIGKILL')
      if (existsSync(fileIn(dataDir))) expect([steps, countTables(fileIn(dataDir))]).toEqual([steps, wanted])
      expect([steps, migrate(dataDir)]).toEqual([steps, { status: 0, stderr: '' }])
      expect(readdirSync(dataDir)).toEqual([databaseFile])
      expect(countTables(fileIn(dataDir))).toBe(wanted)
    }
    // It was killed while it made the database, not only before and after.
    expect(steps).toBeGreaterThan(20)
  }, 240_000)
})

describe('where something was lost', () => {
  test('a file of no bytes is refused with what to do, and left as it is with its log', () => {
    const dataDir = emptyDataDir()
    writeFileSync(fileIn(dataDir), '')
    writeFileSync(`${fileIn(dataDir)}-wal`, 'Antworten')
    const { status, stderr } = migrate(dataDir)
    expect(status).toBe(1)
    expect(stderr).toContain(`ist leer (0 Bytes): ${fileIn(dataDir)}`)
    expect(stderr).toContain('Sicherung')
    expect(stderr).toContain('erste Start')
    expect(stderr).not.toContain('    at ')
    expect(statSync(fileIn(dataDir)).size).toBe(0)
    expect(readFileSync(`${fileIn(dataDir)}-wal`, 'utf8')).toBe('Antworten')
    rmSync(`${fileIn(dataDir)}-wal`)
    rmSync(fileIn(dataDir))
    expect(migrate(dataDir).status).toBe(0)
  })

  test('a log without its database is refused, and not deleted', () => {
    const dataDir = emptyDataDir()
    writeFileSync(`${fileIn(dataDir)}-wal`, 'Antworten')
    const { status, stderr } = migrate(dataDir)
    expect([status, stderr.includes('ihr Protokoll ist noch da')]).toEqual([1, true])
    expect(readdirSync(dataDir)).toEqual([`${databaseFile}-wal`])
  })

  test('a new database is told, because nobody may have meant one', () => {
    const dataDir = emptyDataDir()
    const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir }
    const run = () => spawnSync(process.execPath, ['scripts/migrate.mjs'], { env, encoding: 'utf8' }).stdout
    expect(run()).toContain(`Eine neue, leere Datenbank wurde angelegt: ${fileIn(dataDir)}`)
    expect(run()).toBe('')
  })

  test('the demonstration is offered to be built anew', () => {
    const dataDir = emptyDataDir()
    writeFileSync(fileIn(dataDir), '')
    const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, DEMO: 'on' }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/migrate.mjs'], { env, encoding: 'utf8' })
    expect([status, stderr.includes('npm run demo -- --neu')]).toEqual([1, true])
  })

  test('there is no backup of a file of no bytes', () => {
    const dataDir = emptyDataDir()
    writeFileSync(fileIn(dataDir), '')
    const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/backup.mjs'], { env, encoding: 'utf8' })
    expect([status, stderr.includes('Es wurde keine Sicherung angelegt')]).toEqual([1, true])
    expect(readdirSync(dataDir)).toEqual([databaseFile])
  })
})
