import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Site } from '../setup/site'

/** Runs a statement on a site's database, as time or another program would change it. */
export function inDatabase(site: Site, statement: string, ...values: unknown[]): void {
  const database = new Database(join(site.dataDir, 'drei-ebenen-check.sqlite'))
  database.prepare(statement).run(...values)
  database.close()
}
