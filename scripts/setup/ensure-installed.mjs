import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectPath } from './project-path.mjs'
import { run } from './run.mjs'
import { fail, say } from './say.mjs'

const marker = projectPath('node_modules/.drei-ebenen-check')

/**
 * Without its prebuilt download better-sqlite3 is compiled, and node-gyp then wants Node's headers. Where they lie beside
 * this Node, it is told so, because their download would need the internet as well.
 */
function headersBesideNode() {
  const prefix = join(dirname(process.execPath), '..')
  return existsSync(join(prefix, 'include/node/node.h')) && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {}
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(projectPath('package-lock.json')))
    .update(`${process.versions.modules}-${process.platform}-${process.arch}`)
    .digest('hex')

/** True if SQLite's native module loads in this Node: the one package that can install and still not work. */
const databaseDriverLoads = () =>
  run(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], { quiet: true }) === 0

/** The one package that needs its own install script: it fetches or compiles SQLite's native module. */
const built = 'better-sqlite3'

/**
 * Installs the packages of package-lock.json if they are missing or of another lock file; ends with what to do if it fails. No
 * package but one runs a script of its own meanwhile: older versions of npm do not know `allowScripts` in package.json.
 */
export function ensureInstalled() {
  const wanted = lockHash()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  say('installing')
  const env = headersBesideNode()
  if (run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts'], { env }) !== 0) fail('installFailed')
  if (run('npm', ['rebuild', built, '--ignore-scripts=false'], { env }) !== 0) fail('installFailed')
  if (!databaseDriverLoads()) fail('driverMissing')
  writeFileSync(marker, wanted)
}
