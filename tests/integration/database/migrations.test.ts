import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, emptyDataDir, migrate, migratedDataDir } from '../setup/data-dir'

/** Prisma's own schema engine, in a process of its own. */
function schemaEngine(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/schema-engine.mjs', ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

const allMigrations = readdirSync('prisma/migrations').filter((name) => /^\d{14}_/.test(name))

describe('migrations', () => {
  test('a migrated database is what schema.prisma says', () => {
    expect(schemaEngine('diff', join(migratedDataDir(), databaseFile))).toBe('-- This is an empty migration.')
  })

  test('in a folder that everybody may read make a database for its owner only', () => {
    const dir = join(emptyDataDir(), 'data')
    mkdirSync(dir)
    chmodSync(dir, 0o755)
    expect(migrate(dir).status).toBe(0)
    expect(statSync(join(dir, databaseFile)).mode & 0o777).toBe(0o600)
  })

  test('a column that only schema.prisma has is noticed', () => {
    const dir = migratedDataDir()
    const edited = join(dir, 'edited.prisma')
    const schema = readFileSync('prisma/schema.prisma', 'utf8')
    writeFileSync(edited, schema.replace('model Place {', 'model Place {\n  forgotten String?'))
    expect(schemaEngine('diff', join(dir, databaseFile), edited)).toContain('ADD COLUMN "forgotten"')
  })

  test('Prisma’s migrate deploy finds nothing left to apply and nothing edited', () => {
    const file = join(migratedDataDir(), databaseFile)
    expect(schemaEngine('deploy', file)).toBe('')
    expect(JSON.parse(schemaEngine('status', file))).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
    })
  })

  test('a database made by Prisma’s migrate deploy is accepted as it is', () => {
    const dir = emptyDataDir()
    expect(schemaEngine('deploy', join(dir, databaseFile)).split('\n')).toEqual(allMigrations)
    expect(migrate(dir)).toEqual({ status: 0, stderr: '' })
  })

  test('migrating twice changes nothing', () => {
    const dir = migratedDataDir()
    const before = readFileSync(join(dir, databaseFile))
    expect(migrate(dir).status).toBe(0)
    expect(readFileSync(join(dir, databaseFile)).equals(before)).toBe(true)
  })

  test('a newer database is refused and left as it is', () => {
    const dir = migratedDataDir()
    const database = new SqliteDatabase(join(dir, databaseFile))
    database.prepare(`UPDATE _prisma_migrations SET migration_name = '29990101000000_future'`).run()
    database.close()
    const before = readFileSync(join(dir, databaseFile))
    const { status, stderr } = migrate(dir)
    expect(status).toBe(1)
    expect(stderr).toContain('29990101000000_future')
    expect(stderr).not.toContain('    at ')
    expect(readFileSync(join(dir, databaseFile)).equals(before)).toBe(true)
  })

  test('a damaged file is refused without a stack trace and left as it is', () => {
    const dir = emptyDataDir()
    writeFileSync(join(dir, databaseFile), 'not a database, but somebody’s file '.repeat(200))
    const { status, stderr } = migrate(dir)
    expect(status).toBe(1)
    expect(stderr).not.toContain('    at ')
    expect(readFileSync(join(dir, databaseFile), 'utf8')).toContain('somebody’s file')
  })
})
