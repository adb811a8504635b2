/**
 * `npm run demo [-- --neu]`: the site with three rounds of a fictional town, on a database of its own. Like `npm start` it
 * installs and builds what is missing. The demonstration is built at the first start; `--neu` throws it away and builds it anew.
 *
 * HOST, PORT, APP_URL and DATA_DIR come from the environment only: `.env` describes the site with the real answers.
 */
import { beginDemoFolder, demoFolderState, demoPeople } from './demo/demo-folder.mjs'
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode } from './setup/ensure-node.mjs'
import { holdFolder } from './setup/folder-lock.mjs'
import { runNode } from './setup/run.mjs'
import { fail, say } from './setup/say.mjs'
import { requireFreePort, requireSettings, serve } from './setup/serve.mjs'
import { settings } from './setup/settings.mjs'

ensureNode()
const given = process.argv.slice(2)
if (given.some((argument) => argument !== '--neu')) fail('demoUsage')
for (const name of ['HOST', 'PORT', 'APP_URL']) process.env[name] ??= ''
process.env.DATA_DIR ||= 'data-demo'
process.env.DEMO = 'on'
const site = settings()
await requireFreePort(site, 'npm run demo')
const found = demoFolderState(site.dataDir)
if (found === 'foreign') fail('demoForeign', site)
const handLock = holdFolder(site)

ensureInstalled()
requireSettings()
ensureBuilt()
const env = { DATA_DIR: site.dataDir }
const fresh = found !== 'complete' || given.length > 0
if (fresh) {
  say('demoBuilding', site)
  beginDemoFolder(site.dataDir)
}
if (runNode('scripts/migrate.mjs', [], { env }) !== 0) fail('migrateFailed', site)
if (fresh && runNode('node_modules/tsx/dist/cli.mjs', ['scripts/demo/create.ts'], { env }) !== 0) fail('demoFailed', site)

say('demoSignIn', { address: `${site.appUrl}/anmelden` })
for (const person of demoPeople(site.dataDir)) say('demoPerson', person)
serve(site, 'start', handLock)
