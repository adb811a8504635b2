/** `npm run demo` on a free port, as a person would start it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { freePort, untilReady } from './site'

/** A test that fails leaves none behind. */
const started: ChildProcess[] = []
afterAll(() => started.forEach((one) => one.kill('SIGINT')))

export interface DemoRun {
  readonly url: string
  readonly output: () => string
  /** Resolves to the exit code, null after a signal. */
  readonly ended: Promise<number | null>
  /** Ends it as Ctrl+C would. */
  readonly stop: () => Promise<void>
}

/** Begins `npm run demo`; it may end by itself. */
export async function runDemo(dataDir: string, args: readonly string[] = []): Promise<DemoRun & { process: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/demo.mjs', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, APP_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  return { process: child, url: `http://127.0.0.1:${port}`, output: () => text, ended, stop }
}

/** Starts the demonstration and waits until it is ready. */
export async function startDemo(dataDir: string, args: readonly string[] = []): Promise<DemoRun> {
  const demo = await runDemo(dataDir, args)
  await untilReady(demo.url, demo.process, demo.output)
  return demo
}

export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly password: string
}

export const markerFile = (dataDir: string) => join(dataDir, 'demonstration.json')

/** The people of a demonstration as noted in its folder, first the one who coordinates. */
export function demoPeople(dataDir: string): readonly DemoPerson[] {
  return (JSON.parse(readFileSync(markerFile(dataDir), 'utf8')) as { people: DemoPerson[] }).people
}
