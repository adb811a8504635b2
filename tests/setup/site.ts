/** The built site, started on a free port with a database of its own, for tests and screenshots. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellSecurityTo } from '@/lib/security-log'

// The site tells its operator; what a test does in its database beforehand tells nobody.
tellSecurityTo(() => undefined)

export interface Site {
  readonly url: string
  readonly dataDir: string
  /** Everything the server wrote so far. */
  output: () => string
  /** Ends the server at once, as a power cut would, and starts it again on the same data and port. */
  crashAndRestart: () => Promise<void>
  /** Ends the server; requests fail until `start`. */
  stop: () => Promise<void>
  /** Starts it again; `env` changes settings. */
  start: (env?: Readonly<Record<string, string>>) => Promise<void>
  /** Ends the server and removes its data. */
  close: () => Promise<void>
}

/** Gives a port of this machine that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Waits until the site is ready. @throws Error with what it said, if it ends or takes longer than a minute */
export async function untilReady(url: string, server: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the site ended: ${output()}`)
    try {
      if ((await fetch(`${url}/health`)).ok) return
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the site did not become ready: ${output()}`)
}

/** Starts the built site (`npm run build` has run) with an empty migrated database; `env` adds settings. */
export async function startSite(env: Readonly<Record<string, string>> = {}): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'drei-ebenen-check-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: url,
    DATA_DIR: dataDir,
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
    ...env,
  }
  const migrated = spawnSync(process.execPath, ['scripts/migrate.mjs'], { env: settings, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`migration failed: ${migrated.stderr}`)
  let text = ''
  let server: ChildProcess
  const start = async (changed: Readonly<Record<string, string>> = {}) => {
    Object.assign(settings, changed)
    server = spawn(process.execPath, ['scripts/server.mjs'], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
    server.stdout?.on('data', (chunk) => (text += chunk))
    server.stderr?.on('data', (chunk) => (text += chunk))
    await untilReady(url, server, () => text)
  }
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve()
      server.once('exit', () => resolve())
      server.kill(signal)
    })
  await start()
  return {
    url,
    dataDir,
    output: () => text,
    start,
    stop: () => end('SIGTERM'),
    crashAndRestart: async () => {
      await end('SIGKILL')
      await start()
    },
    close: async () => {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
