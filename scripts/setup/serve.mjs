/** Serving the built site, for `npm start` and `npm run demo`. */
import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { constants } from 'node:os'
import { projectPath } from './project-path.mjs'
import { runNode } from './run.mjs'
import { fail, say } from './say.mjs'
import { surviveLostOutput } from './survive-lost-output.mjs'

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

/** Asks the server how it is. Resolves to its status and reason, or to null while nobody answers. */
function askHealth(host, port) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return new Promise((resolve) => {
    const request = get({ host: reachable, port, path: '/health', timeout: 30_000 }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('error', () => resolve(null))
      answer.on('end', () => resolve({ ready: answer.statusCode === 200, reason: /"reason":"([\w-]+)"/.exec(text)?.[1] }))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}

/** Says that the site runs as soon as it does: whoever reads it can open the page. */
async function tellWhenReady({ host, port, appUrl }) {
  for (;;) {
    const health = await askHealth(host, port)
    if (health) return health.ready ? say('running', { appUrl }) : say('notReady', { reason: health.reason ?? 'internal' })
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What serves: the built site by our own server, or Next's with reload while developing. */
const commands = {
  start: () => [projectPath('scripts/server.mjs')],
  dev: ({ host, port }) => [projectPath('node_modules/next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)],
}

/**
 * Gives the status this process ends with after the server.
 * @param end the server's own: `code`, or the `signal` that ended it
 * @param asked true if this process was told to end and passed that on
 * @returns 0 if the end was asked for; else a failure in any case, so that a service manager starts it again: what the server said,
 * 128 and the signal's number as in a shell, or 1 for a server that simply went
 */
export function statusAfter({ code, signal }, asked) {
  if (asked) return 0
  if (signal) return 128 + (constants.signals[signal] ?? 0)
  return code || 1
}

/**
 * Starts the server and ends this process with it.
 * @param action `start` or `dev`
 * @param handLock gets the server's process id
 */
export function serve(site, action, handLock) {
  surviveLostOutput()
  const { host, port, dataDir } = site
  const server = spawn(process.execPath, commands[action](site), {
    cwd: projectPath(),
    // An address nobody gave is left out, so that the server knows and can say so.
    env: {
      ...process.env,
      HOST: host,
      PORT: String(port),
      APP_URL: process.env.APP_URL ?? '',
      DATA_DIR: dataDir,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (server.pid !== undefined) handLock(server.pid)
  void tellWhenReady(site)
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked = true
      server.kill(signal)
    })
  }
  server.on('exit', (code, signal) => process.exit(statusAfter({ code, signal }, asked)))
}
