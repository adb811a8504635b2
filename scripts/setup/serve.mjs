/** Serving the built site, for `npm start` and `npm run demo`. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { projectPath } from './project-path.mjs'
import { runNode } from './run.mjs'
import { fail, say } from './say.mjs'

/** Resolves to null if the port is free, else to the system's error code. */
function portProblem(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

/** Ends with what to do if the address cannot be used. @param command what the person typed, e.g. `npm start` */
export async function requireFreePort({ host, port }, command) {
  // `requireSettings` says it, with all other settings that cannot be used.
  if (!Number.isInteger(port) || port < 1 || port > 65535) return
  const problem = await portProblem(host, port)
  if (problem) fail(problem === 'EADDRINUSE' ? 'portBusy' : 'addressUnusable', { host, port, problem, command })
}

/** Ends if a setting cannot be used; the packages must be installed. What is wrong has been said then. */
export function requireSettings() {
  if (runNode('node_modules/tsx/dist/cli.mjs', ['scripts/setup/check-settings.ts']) !== 0) process.exit(1)
}

/** Starts the server and ends this process with it. @param action `start` or `dev` */
export function serve(site, action) {
  const { host, port, dataDir } = site
  const server = spawn(
    process.execPath,
    [projectPath('node_modules/next/dist/bin/next'), action, '-H', host, '-p', String(port)],
    {
      cwd: projectPath(),
      env: {
        ...process.env,
        HOST: host,
        PORT: String(port),
        APP_URL: site.appUrl,
        DATA_DIR: dataDir,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  say('running', site)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
}
