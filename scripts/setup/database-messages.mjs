/** Words for what can be wrong with the database, for plain Node: those of the site (errors.json). */
import { readFileSync } from 'node:fs'
import { projectPath } from './project-path.mjs'

const errors = JSON.parse(readFileSync(projectPath('lib/i18n/messages/de/errors.json'), 'utf8'))

/** The name of the database file in DATA_DIR; the same as in lib/db.ts. */
export const databaseFileName = 'drei-ebenen-check.sqlite'

/** Gives the sentence `errors.operator.<key>` with `{name}` replaced by values. */
export function operatorMessage(key, values = {}) {
  return errors.operator[key].replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]))
}

/** Tells a failure apart by the code of SQLite or of the system; null if it is neither's. */
function errorCode(error) {
  if (error?.code === 'DATABASE_NEWER') return 'database-newer'
  const code = String(error?.code)
  if (/^(SQLITE_(FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT)$/.test(code)) return 'disk-full'
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return 'database-corrupt'
  if (/^SQLITE_(BUSY|LOCKED|READONLY)/.test(code)) return 'database-locked'
  if (/^SQLITE_CANTOPEN|^E[A-Z]+$/.test(code)) return 'database-missing'
  return null
}

/** What `hasDatabase` finds instead of a database; the demonstration holds nobody's answers and is simply built anew. */
const lostMessages = { DATABASE_EMPTY: 'databaseEmpty', DATABASE_LOST: 'databaseLost' }

/** Says what is wrong with the database in `place` and ends with status 1; an unexpected error is thrown on. */
export function failWithDatabase(error, place) {
  const lost = lostMessages[error?.code]
  if (lost) {
    console.error(operatorMessage(process.env.DEMO === 'on' ? 'databaseLostDemo' : lost, { file: place }))
    process.exit(1)
  }
  const code = errorCode(error)
  if (!code) throw error
  const { title, action } = errors[code]
  console.error(`${title}. ${action} (${place}: ${error.message})`)
  process.exit(1)
}
