/** A server whose output nobody reads any more goes on serving, and ends when it is told to. */
import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, test } from '@jest/globals'
import { freePort, untilReady } from '../../setup/site'
import { migratedDataDir } from '../setup/data-dir'

let started: ChildProcess | undefined
// Also when the test runs out of time: a server that is busy with itself does not end by itself.
afterEach(() => void started?.kill('SIGKILL'))

test('the output is lost: the site goes on, and ends well', async () => {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: port, APP_URL: url, DATA_DIR: migratedDataDir() }
  const server = spawn(process.execPath, ['scripts/server.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve([code, signal])))
  started = server
  await untilReady(url, server, () => '')
  server.stdout.destroy()
  server.stderr.destroy()
  // A form that another site caused is told to the operator each time: lines that nobody reads.
  const refused = () =>
    fetch(`${url}/api/session`, { method: 'POST', headers: { origin: 'http://boese.example', connection: 'close' } })
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(Array.from({ length: 5 }, refused))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  }
  expect((await fetch(`${url}/health`, { headers: { connection: 'close' } })).status).toBe(200)
  server.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 60_000)
