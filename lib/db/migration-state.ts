/** Compares the database's record of migrations with those this program has. */
import type { Database as Connection } from 'better-sqlite3'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors'

/**
 * Refuses a database that this program must not use.
 * @param folder prisma/migrations
 * @throws AppError `database-newer` if it knows migrations that are not in `folder`; `database-missing` if it is empty or
 *   some have not been applied (`npm start` does both before it serves)
 */
export function assertMigrated(connection: Connection, folder: string): void {
  const wanted = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  const prepared = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get()
  if (!prepared) throw new AppError('database-missing', { cause: new Error('no migration was ever applied') })
  const applied = connection
    .prepare('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL')
    .pluck()
    .all() as string[]
  const unknown = applied.filter((name) => !wanted.includes(name))
  if (unknown.length > 0) throw new AppError('database-newer', { cause: new Error(`unknown migrations: ${unknown.join(', ')}`) })
  const pending = wanted.filter((name) => !applied.includes(name))
  if (pending.length > 0) throw new AppError('database-missing', { cause: new Error(`not yet applied: ${pending.join(', ')}`) })
}
