/**
 * `npm start`: everything from a fresh clone to a running site. Needs Node and npm, nothing else: no package is imported
 * before it is installed.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode } from './setup/ensure-node.mjs'
import { projectPath } from './setup/project-path.mjs'
import { runNode } from './setup/run.mjs'
import { fail, say } from './setup/say.mjs'
import { settings } from './setup/settings.mjs'

/** Resolves to null if the port is free, else to the system's error code. */
function portProblem(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

ensureNode()
const { host, port, appUrl, dataDir } = settings()
if (!Number.isInteger(port) || port < 1 || port > 65535) fail('portInvalid', { port: process.env.PORT })
const problem = await portProblem(host, port)
if (problem) fail(problem === 'EADDRINUSE' ? 'portBusy' : 'addressUnusable', { host, port, problem })

ensureInstalled()
const development = process.argv.includes('--dev')
if (development) {
  if (runNode('scripts/generate.mjs') !== 0 || runNode('scripts/build-worker.mjs') !== 0)
    fail('buildFailed', { script: 'generate' })
} else ensureBuilt()
if (runNode('scripts/migrate.mjs', [], { env: { DATA_DIR: dataDir } }) !== 0) fail('migrateFailed', { dataDir })

const server = spawn(
  process.execPath,
  [projectPath('node_modules/next/dist/bin/next'), development ? 'dev' : 'start', '-H', host, '-p', String(port)],
  {
    cwd: projectPath(),
    env: { ...process.env, HOST: host, PORT: String(port), APP_URL: appUrl, DATA_DIR: dataDir, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
say('running', { appUrl })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
