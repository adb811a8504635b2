/**
 * One server for each data folder: a file in it names the process that serves it. A lock whose process is gone is taken over;
 * a number that another process has by now is told by the time that process began.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fail, say } from './say.mjs'

/** The lock's name in the data folder. */
export const lockFileName = 'server.sperre'

/** What the kernel says of a process, from its state on; nothing where the system does not tell (only Linux does). */
function fieldsOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything, so the fields are counted from behind it.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** When a process began, in the kernel's own count; null where that is not known. */
const beginOf = (pid) => fieldsOf(pid)[19] ?? null

/** Ended, but nobody has asked for its status yet: it has a number and serves nothing. In a container that may stay so for good. */
const isGone = (pid) => ['Z', 'X'].includes(fieldsOf(pid)[0])

function exists(pid) {
  try {
    process.kill(pid, 0)
    return !isGone(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const entry = (pid, address) => JSON.stringify({ pid, began: beginOf(pid), host: hostname(), address })

/** What stands in a lock; null for one that was half written. */
function read(file) {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8'))
    return Number.isInteger(lock?.pid) && lock.pid > 0 ? lock : null
  } catch {
    return null
  }
}

const isAlive = ({ pid, began, host }) => host === hostname() && pid !== process.pid && exists(pid) && beginOf(pid) === began

/** Writes the lock if there is none. @returns false if there is one */
function create(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Ends if a server serves the folder; else removes what one left behind. */
function clear(file, dataDir) {
  const found = read(file)
  if (found && isAlive(found)) fail('folderHeld', { dataDir, ...found })
  if (found && found.host !== hostname()) say('folderFromElsewhere', { dataDir, ...found })
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  // Two may clear at once: what the faster one has put there meanwhile stays.
  const moved = read(aside)
  if (moved && isAlive(moved)) {
    renameSync(aside, file)
    fail('folderHeld', { dataDir, ...moved })
  }
  rmSync(aside)
}

/**
 * Takes the folder for this process until it ends; makes it if there is none. Ends with who has it, if somebody has.
 * @returns a function that hands the lock to the process that serves
 */
export function holdFolder({ dataDir, appUrl }) {
  const file = join(dataDir, lockFileName)
  let own = entry(process.pid, appUrl)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    while (!create(file, own)) clear(file, dataDir)
  } catch (error) {
    fail('folderUnusable', { dataDir, problem: error.code ?? error.message })
  }
  process.on('exit', () => {
    try {
      if (readFileSync(file, 'utf8') === own) rmSync(file)
    } catch {
      // Gone already.
    }
  })
  return (pid) => {
    own = entry(pid, appUrl)
    writeFileSync(`${file}.neu`, own, { mode: 0o600 })
    renameSync(`${file}.neu`, file)
  }
}
