/** The folder of the demonstration. A marker in it says that its database may be thrown away; nothing else is ever touched. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFileName } from '../setup/database-messages.mjs'
import { unfinishedName } from '../setup/database-file.mjs'
import { lockFileName } from '../setup/folder-lock.mjs'

const markerName = 'demonstration.json'
/** What belongs to the demonstration; other files in its folder are somebody's own. */
const ownFiles = [
  ...[databaseFileName, unfinishedName(databaseFileName)].flatMap((name) => [name, `${name}-wal`, `${name}-shm`]),
  'anmeldung.schluessel',
  markerName,
]

function readMarker(folder) {
  try {
    const marker = JSON.parse(readFileSync(join(folder, markerName), 'utf8'))
    return marker?.demonstration === 'drei-ebenen-check' ? marker : null
  } catch {
    return null
  }
}

function writeMarker(folder, more) {
  const text = JSON.stringify({ demonstration: 'drei-ebenen-check', ...more }, null, 2)
  // Passwords stand in it: not for other users of the machine.
  writeFileSync(join(folder, markerName), `${text}\n`, { mode: 0o600 })
}

function isEmpty(folder) {
  try {
    return readdirSync(folder).every((name) => name === lockFileName)
  } catch {
    return false
  }
}

/** True if a folder holds a demonstration, finished or not. */
export const isDemoFolder = (folder) => readMarker(folder) !== null

/**
 * Says what lies in a folder: `empty` (or no folder), `complete` or `unfinished` (a demonstration), `foreign` (anything else,
 * and what cannot be read).
 */
export function demoFolderState(folder) {
  if (!existsSync(folder) || isEmpty(folder)) return 'empty'
  const marker = readMarker(folder)
  if (!marker) return 'foreign'
  return marker.people ? 'complete' : 'unfinished'
}

/** Makes the folder an empty one of the demonstration. To be called for no `foreign` one. */
export function beginDemoFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of ownFiles) rmSync(join(folder, name), { force: true })
  writeMarker(folder, {})
}

/** Notes that the database is built, and how its people sign in. */
export function markComplete(folder, people) {
  writeMarker(folder, { people })
}

/** Gives the people of a complete demonstration: name, e-mail address, role, password. */
export function demoPeople(folder) {
  return readMarker(folder).people
}
