/**
 * `node scripts/migrate.mjs`: creates the database in DATA_DIR or brings it up to date. Plain Node, because it runs before
 * anything is built. A database of a newer program version, a locked, a damaged or an empty one is left as it is.
 */
import Database from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase, hasDatabase, removeUnfinished } from './setup/database-file.mjs'
import { databaseFileName, failWithDatabase, operatorMessage } from './setup/database-messages.mjs'
import { applyMigrations, readMigrations } from './setup/migrations.mjs'
import { projectPath } from './setup/project-path.mjs'
import { settings } from './setup/settings.mjs'

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
const file = join(dataDir, databaseFileName)
// Frank answers lie here: not for other users of the machine, also where somebody else made the folder.
process.umask(0o077)
try {
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const found = hasDatabase(file)
  removeUnfinished(file)
  if (found || !createDatabase(file, migrate)) migrate(file)
  // Where answers were expected, e.g. because a disk is not mounted, this is the only sign.
  else console.log(operatorMessage('databaseCreated', { file }))
} catch (error) {
  failWithDatabase(error, file)
}
