/** How long `npm start` takes to be ready when nothing changed since the last one. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { line, median } from './measure'

const port = 3917

async function startOnce(dataDir: string): Promise<number> {
  const started = performance.now()
  const server = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, APP_URL: `http://127.0.0.1:${port}` },
    stdio: 'ignore',
    detached: true,
  })
  try {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const ready = await fetch(`http://127.0.0.1:${port}/health`).then(
        (response) => response.ok,
        () => false,
      )
      if (ready) return performance.now() - started
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('npm start did not become ready')
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
    await ended
  }
}

export async function benchSecondStart(): Promise<void> {
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
