/**
 * The file of the database before it is opened. A first database appears under its name only when it is finished, so that a file of no
 * bytes, or a log without its database, always means that something was lost: that is told and never taken for a new beginning.
 */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Under which name the first database is made; with the files that SQLite puts beside it. */
export const unfinishedName = (file) => `${file}.neu`
const besides = ['', '-wal', '-shm', '-journal']

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? null

/** Removes what a killed first start has left; also the second name of a database that had just got its own. */
export function removeUnfinished(file) {
  for (const suffix of besides) rmSync(`${unfinishedName(file)}${suffix}`, { force: true })
}

/** Makes a change of names outlast a power failure. Not every system lets a folder be opened; there it is left to the system. */
function syncFolder(folder) {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    // As said above.
  }
}

/**
 * Says whether there is a database to bring up to date.
 * @returns false if there is none and a first one may be made
 * @throws Error with code DATABASE_EMPTY for a file of no bytes, DATABASE_LOST for a log that has answers but no database:
 *   SQLite would delete that log without a word
 */
export function hasDatabase(file) {
  const size = sizeOf(file)
  if (size === 0) throw Object.assign(new Error('0 bytes'), { code: 'DATABASE_EMPTY' })
  if (size === null && (sizeOf(`${file}-wal`) ?? 0) > 0) throw Object.assign(new Error('-wal'), { code: 'DATABASE_LOST' })
  return size !== null
}

/**
 * Makes the first database: under another name, and in its place only when it is whole.
 * @param fill gets the other name, under which there is nothing; must have closed the database when it returns
 * @returns false if another process was faster: its database stays
 */
export function createDatabase(file, fill) {
  fill(unfinishedName(file))
  let first = true
  try {
    // Unlike a renaming it never takes the place of another file.
    linkSync(unfinishedName(file), file)
  } catch (error) {
    if (error.code === 'EEXIST') first = false
    else renameSync(unfinishedName(file), file)
  }
  syncFolder(dirname(file))
  removeUnfinished(file)
  return first
}
