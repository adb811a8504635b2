/** A real, migrated SQLite database for each test, made by the same script that `npm start` runs. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { closeDatabase } from '@/lib/db'

export const databaseFile = 'drei-ebenen-check.sqlite'

const made: string[] = []
let template: string | undefined

export function emptyDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'dec-data-'))
  made.push(dir)
  return dir
}

/** Runs the migration script; gives its exit status and what it said. */
export function migrate(dataDir: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/migrate.mjs'], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return { status, stderr }
}

/** A new folder with an empty, migrated database. */
export function migratedDataDir(): string {
  if (!template) {
    template = emptyDataDir()
    const { status, stderr } = migrate(template)
    if (status !== 0) throw new Error(stderr)
  }
  const dir = emptyDataDir()
  cpSync(template, dir, { recursive: true })
  return dir
}

afterAll(async () => {
  await closeDatabase()
  for (const dir of made) rmSync(dir, { recursive: true, force: true })
})
