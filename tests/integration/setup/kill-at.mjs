/**
 * Loaded before a script (`--import`): kills the process at the n-th step that touches files, n from KILL_AT, as a power failure
 * or `kill -9` would. Before each step, so that n counts on until the script ends by itself.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'

let left = Number(process.env.KILL_AT)
function step() {
  if (left === 0) process.kill(process.pid, 'SIGKILL')
  left -= 1
}

function watch(object, name) {
  const original = object[name]
  object[name] = function (...given) {
    step()
    return original.apply(this, given)
  }
}

for (const name of ['mkdirSync', 'linkSync', 'renameSync', 'rmSync', 'fsyncSync']) watch(fs, name)
for (const name of ['exec', 'pragma', 'prepare', 'close']) watch(Database.prototype, name)
syncBuiltinESMExports()
