/** How long `npm start` takes to be ready when nothing changed since the last one. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { line, median } from './measure'

const port = 3917
const address = `http://127.0.0.1:${port}/health`

/** A request of its own each time: a connection kept open would keep the old server alive. */
const answers = () =>
  new Promise<boolean>((resolve) => {
    get(address, { agent: false }, (response) => resolve(response.resume().statusCode === 200)).on('error', () => resolve(false))
  })

/** Asks every 50 ms, for ten minutes at most: the first start may install and build. */
async function until(wanted: boolean): Promise<void> {
  for (let attempt = 0; attempt < 12_000; attempt += 1) {
    if ((await answers()) === wanted) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(wanted ? 'npm start did not become ready' : 'the server did not end')
}

async function startOnce(dataDir: string): Promise<number> {
  const started = performance.now()
  const server = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, APP_URL: `http://127.0.0.1:${port}` },
    stdio: 'ignore',
    detached: true,
  })
  try {
    await until(true)
    return performance.now() - started
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
    await ended
    // npm ends before the server that it started: the next start would find the old one still answering.
    await until(false)
  }
}

export async function benchSecondStart(): Promise<void> {
  if (await answers()) throw new Error(`something else answers on port ${port}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'drei-ebenen-check-'))
  try {
    await startOnce(dataDir)
    const seconds: number[] = []
    for (let round = 0; round < 3; round += 1) seconds.push((await startOnce(dataDir)) / 1000)
    line('second npm start until ready, s', median(seconds).toFixed(1))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
