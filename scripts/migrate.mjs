/**
 * `node scripts/migrate.mjs`: creates the database in DATA_DIR or brings it up to date. Plain Node, because it runs before
 * anything is built. A database of a newer program version, a locked or a damaged one is left as it is.
 */
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyMigrations, NewerDatabaseError, readMigrations } from './setup/migrations.mjs'
import { projectPath } from './setup/project-path.mjs'
import { settings } from './setup/settings.mjs'

/** Told apart by SQLite's own codes; the words are those of the site (errors.json). */
function errorCode(error) {
  if (error instanceof NewerDatabaseError) return 'database-newer'
  const code = String(error?.code)
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return 'database-corrupt'
  if (/^SQLITE_(BUSY|LOCKED|READONLY)/.test(code)) return 'database-locked'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'disk-full'
  if (/^SQLITE_CANTOPEN|^E[A-Z]+$/.test(code)) return 'database-missing'
  return null
}

function migrate(file) {
  const database = new Database(file, { timeout: 5000 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    const problem = database.pragma('quick_check(1)', { simple: true })
    if (problem !== 'ok') throw Object.assign(new Error(problem), { code: 'SQLITE_CORRUPT' })
    applyMigrations(database, readMigrations(projectPath('prisma', 'migrations')))
  } finally {
    database.close()
  }
}

const { dataDir } = settings()
try {
  // Frank answers lie here: not for other users of the machine.
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  migrate(join(dataDir, 'drei-ebenen-check.sqlite'))
} catch (error) {
  const code = errorCode(error)
  if (!code) throw error
  const { title, action } = JSON.parse(readFileSync(projectPath('lib/i18n/messages/de/errors.json'), 'utf8'))[code]
  console.error(`${title}. ${action} (${dataDir}: ${error.message})`)
  process.exit(1)
}
