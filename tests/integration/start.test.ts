/** `npm start` on a machine that is not as it should be: a clear message in German, status 1, no stack trace. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { freePort } from '../setup/site'
import { databaseFile, emptyDataDir } from './setup/data-dir'

let blocker: Server | undefined
const running: ChildProcess[] = []
afterEach(() => {
  blocker?.close()
  blocker = undefined
  for (const one of running.splice(0)) one.kill('SIGTERM')
})

const environment = (env: Readonly<Record<string, string>>) => ({
  ...process.env,
  NODE_OPTIONS: '',
  NODE_ENV: 'production' as const,
  HOST: '127.0.0.1',
  APP_URL: '',
  DATA_DIR: emptyDataDir(),
  ...env,
})

function start(env: Readonly<Record<string, string>>) {
  const result = spawnSync(process.execPath, ['scripts/start.mjs'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: environment(env),
  })
  return { code: result.status, text: `${result.stdout}${result.stderr}` }
}

/** Starts the built site and waits for a word in what it says. */
async function startAndWait(env: Readonly<Record<string, string>>, word: string) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  while (!text.includes(word)) {
    if (child.exitCode !== null) throw new Error(`ended without "${word}": ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  /** Ends it as a service manager does; gives its status. */
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return await ended
  }
  return { text: () => text, pid: child.pid!, stop, ended }
}

describe('npm start', () => {
  test('says that the port is busy, and how to choose another', async () => {
    const server = createServer()
    blocker = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const { code, text } = start({ PORT: String(port) })
    expect(code).toBe(1)
    expect(text).toContain(`der Port ${port} schon belegt`)
    expect(text).toContain('PORT=3001 npm start')
    expect(text).not.toMatch(/\n\s+at /)
  })

  test.each(['drei', '0', '70000'])('refuses PORT=%s', (port) => {
    const { code, text } = start({ PORT: port })
    expect(code).toBe(1)
    expect(text).toContain(`PORT=${port} ist nicht verwendbar. Erwartet wird eine ganze Zahl von 1 bis 65535.`)
  })

  test('says of all settings that cannot be used, one line each, before anything is made or served', () => {
    const dataDir = emptyDataDir()
    const { code, text } = start({ PORT: '999999', APP_URL: 'foo', SESSION_HOURS: 'x', DATA_DIR: dataDir })
    expect(code).toBe(1)
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => /^Die Einstellung (\S+) ist nicht verwendbar\. Erwartet wird /.exec(line)?.[1]),
    ).toEqual(['PORT=999999', 'APP_URL=foo', 'SESSION_HOURS=x'])
    expect(text).not.toContain('läuft')
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('says that the address cannot be used', () => {
    const { code, text } = start({ HOST: '203.0.113.1', PORT: '3999' })
    expect(code).toBe(1)
    expect(text).toContain('ist nicht nutzbar')
  })

  test('runs, holds its folder for the server itself, and leaves the command line and the backup free to work', async () => {
    const dataDir = emptyDataDir()
    const port = String(await freePort())
    const site = await startAndWait({ PORT: port, DATA_DIR: dataDir }, 'Der Drei-Ebenen-Check läuft')
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect(site.text()).not.toContain('APP_URL')

    const lock = join(dataDir, 'server.sperre')
    const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number }
    expect(pid).not.toBe(site.pid)
    const second = start({ PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(second.code).toBe(1)
    expect(second.text).toContain(`verwendet schon ein Server (Prozess ${pid}, http://127.0.0.1:${port})`)

    const env = environment({ DATA_DIR: dataDir, PORT: port })
    const list = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/admin.ts', 'list'], {
      env,
      encoding: 'utf8',
    })
    expect([list.status, list.stdout.trim()]).toEqual([0, 'Es gibt noch keinen Arbeitsbereich.'])
    expect(spawnSync(process.execPath, ['scripts/backup.mjs'], { env }).status).toBe(0)
    expect(statSync(join(dataDir, databaseFile)).mode & 0o777).toBe(0o600)

    expect(await site.stop()).toBe(0)
    expect(existsSync(lock)).toBe(false)
  }, 60_000)

  test.each([
    ['SIGKILL', 137],
    ['SIGABRT', 134],
    ['SIGSEGV', 139],
    ['SIGBUS', 135],
    // Not passed on by this program: nobody asked it to stop serving.
    ['SIGTERM', 1],
  ] as const)(
    'after a server that %s ended says so by status %i, so that it is started again',
    async (signal, status) => {
      const dataDir = emptyDataDir()
      const site = await startAndWait({ PORT: String(await freePort()), DATA_DIR: dataDir }, 'Der Drei-Ebenen-Check läuft')
      const { pid } = JSON.parse(readFileSync(join(dataDir, 'server.sperre'), 'utf8')) as { pid: number }
      process.kill(pid, signal)
      expect(await site.ended).toBe(status)
    },
    60_000,
  )

  test.each(['SIGINT', 'SIGHUP'] as const)(
    'told to end by %s ends well, also after answering somebody',
    async (signal) => {
      const port = String(await freePort())
      const site = await startAndWait({ PORT: port }, 'Der Drei-Ebenen-Check läuft')
      await (await fetch(`http://127.0.0.1:${port}/hilfe`)).text()
      expect(await site.stop(signal)).toBe(0)
    },
    60_000,
  )

  test('with a broken questionnaire does not say that it runs, but what is wrong and where', async () => {
    const content = emptyDataDir()
    cpSync('questionnaires', content, { recursive: true })
    const file = join(content, 'drei-ebenen-check/1.0.0/measures')
    const measure = join(file, readdirSync(file)[0]!)
    writeFileSync(measure, `${readFileSync(measure, 'utf8')}\nweiter: [`)
    const line = readFileSync(measure, 'utf8').split('\n').length
    const port = String(await freePort())
    const site = await startAndWait({ PORT: port, CONTENT_DIR: content }, 'nicht bereit')
    expect(site.text()).toContain(`gestartet, aber nicht bereit (Grund: questionnaire-broken)`)
    expect(site.text()).toContain(`${measure}:${line} Kein gültiges YAML.`)
    expect(site.text()).not.toContain('läuft')
    const health = await fetch(`http://127.0.0.1:${port}/health`)
    expect([health.status, await health.json()]).toEqual([503, { status: 'not-ready', reason: 'questionnaire-broken' }])
  }, 60_000)

  test('open to the network without an address says that one is needed', async () => {
    const port = String(await freePort())
    const site = await startAndWait({ PORT: port, HOST: '0.0.0.0' }, 'Der Drei-Ebenen-Check läuft')
    expect(site.text()).toContain(`zum Beispiel: APP_URL=http://check.musterstadt.de:${port}`)
  }, 60_000)
})
