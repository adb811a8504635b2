/**
 * `npm start`: everything from a fresh clone to a running site. Needs Node and npm, nothing else: no package is imported
 * before it is installed.
 */
import { isDemoFolder } from './demo/demo-folder.mjs'
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode } from './setup/ensure-node.mjs'
import { holdFolder } from './setup/folder-lock.mjs'
import { runNode } from './setup/run.mjs'
import { fail } from './setup/say.mjs'
import { requireFreePort, requireSettings, serve } from './setup/serve.mjs'
import { settings } from './setup/settings.mjs'

ensureNode()
const site = settings()
await requireFreePort(site, 'npm start')
// Its pages would not say that the town is fictional.
if (isDemoFolder(site.dataDir)) fail('demoFolder', site)
const handLock = holdFolder(site)

ensureInstalled()
requireSettings()
const development = process.argv.includes('--dev')
if (development) {
  if (runNode('scripts/generate.mjs') !== 0 || runNode('scripts/build-worker.mjs') !== 0)
    fail('buildFailed', { script: 'generate' })
} else ensureBuilt()
if (runNode('scripts/migrate.mjs', [], { env: { DATA_DIR: site.dataDir } }) !== 0) fail('migrateFailed', site)
serve(site, development ? 'dev' : 'start', handLock)
