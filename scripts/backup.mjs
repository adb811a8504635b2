/**
 * `node scripts/backup.mjs [FILE]`: copies the database to FILE, also while the site is running, and checks the copy.
 * Without FILE: DATA_DIR/sicherungen/<time>.sqlite. An existing file is never overwritten.
 */
import Database from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { databaseFileName, failWithDatabase, operatorMessage } from './setup/database-messages.mjs'
import { settings } from './setup/settings.mjs'

const { dataDir } = settings()
// Holds every answer: not for other users of the machine, also while it is being written.
process.umask(0o077)
const source = join(dataDir, databaseFileName)
if (!existsSync(source)) {
  console.error(operatorMessage('backupWithoutDatabase', { file: source }))
  process.exit(1)
}
// Its copy would look like a good backup, and sooner or later take the place of one.
if (statSync(source).size === 0) {
  console.error(operatorMessage('backupEmpty', { file: source }))
  process.exit(1)
}
const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
const target = resolve(process.argv[2] ?? join(dataDir, 'sicherungen', `${time}.sqlite`))
if (existsSync(target)) {
  console.error(operatorMessage('backupExists', { file: target }))
  process.exit(1)
}
try {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
} catch (error) {
  console.error(operatorMessage('backupUnwritable', { folder: dirname(target), problem: error.code }))
  process.exit(1)
}
try {
  const database = new Database(source, { fileMustExist: true, readonly: true, timeout: 5000 })
  try {
    await database.backup(target)
  } finally {
    database.close()
  }
  chmodSync(target, 0o600)
  const copy = new Database(target)
  // One plain file: without this, opening the copy leaves a log beside it.
  copy.pragma('journal_mode = DELETE')
  const problem = copy.pragma('integrity_check', { simple: true })
  copy.close()
  if (problem !== 'ok') throw Object.assign(new Error(problem), { code: 'SQLITE_CORRUPT' })
  console.log(operatorMessage('backupWritten', { file: target }))
} catch (error) {
  rmSync(target, { force: true })
  failWithDatabase(error, dataDir)
}
