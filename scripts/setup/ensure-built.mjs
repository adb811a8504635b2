import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from './project-path.mjs'
import { runNode } from './run.mjs'
import { fail, say } from './say.mjs'

/** Everything the build reads. Content is read when the server runs, so changing it needs no build. */
const inputs = [
  'app',
  'lib',
  'prisma',
  'scripts',
  'next.config.js',
  'instrumentation.ts',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]
const marker = projectPath('.next/inputs')

function* filesUnder(path) {
  if (!existsSync(path)) return
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

function inputsHash() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const input of inputs) {
    const path = projectPath(input)
    const files = existsSync(path) && !input.includes('.') ? filesUnder(path) : [path].filter(existsSync)
    for (const file of files) hash.update(file.slice(projectPath().length)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

const workers = ['build/pdf-worker.mjs', 'build/picture-worker.mjs']

/** Generates the database client, builds the workers and the site, unless the last build had the same inputs. */
export function ensureBuilt() {
  const wanted = inputsHash()
  const upToDate =
    existsSync(marker) && readFileSync(marker, 'utf8') === wanted && workers.every((file) => existsSync(projectPath(file)))
  if (upToDate) return
  say('building')
  rmSync(marker, { force: true })
  for (const [script, args] of [
    ['scripts/generate.mjs', []],
    ['scripts/build-worker.mjs', []],
    ['node_modules/next/dist/bin/next', ['build']],
  ]) {
    if (runNode(script, args) !== 0) fail('buildFailed', { script })
  }
  writeFileSync(marker, wanted)
}
