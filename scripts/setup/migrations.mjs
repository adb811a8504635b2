/** The database's migrations: reading them from prisma/migrations and applying them without Prisma's schema engine. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Prisma's own record, so that `prisma migrate deploy` sees what was applied here, and the other way round. */
const recordTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** Reads a migrations folder: `[{name, sql, checksum}]` in the order in which they are applied. */
export function readMigrations(folder) {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql: script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

/**
 * Brings an open database up to date. Each migration and its record are one transaction: both happen or neither.
 * @param {import('better-sqlite3').Database} database
 * @param {ReturnType<typeof readMigrations>} migrations
 * @returns names of the migrations that were applied now
 * @throws Error with code DATABASE_NEWER before anything is changed, if the database knows migrations that are not in the list
 */
export function applyMigrations(database, migrations) {
  // Rebuilding a table must not cascade; the check before each commit stands in for it.
  database.pragma('foreign_keys = OFF')
  const known = new Set(migrations.map(({ name }) => name))
  const applied = []
  const recorded = () =>
    new Set(database.prepare('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL').pluck().all())
  const apply = database.transaction((migration) => {
    database.exec(recordTable)
    const done = recorded()
    for (const name of done) if (!known.has(name)) throw Object.assign(new Error(name), { code: 'DATABASE_NEWER' })
    // Another process may have been faster: looked up inside the transaction.
    if (!migration || done.has(migration.name)) return
    database.exec(migration.sql)
    if (database.pragma('foreign_key_check').length > 0) throw new Error(`${migration.name} leaves dangling references`)
    const now = Date.now()
    database
      .prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, started_at, finished_at, migration_name, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), migration.checksum, now, now, migration.name)
    applied.push(migration.name)
  })
  apply.immediate(null)
  for (const migration of migrations) apply.immediate(migration)
  return applied
}
