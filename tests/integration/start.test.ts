/** `npm start` on a machine that is not as it should be: a clear message in German, status 1, no stack trace. */
import { spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'

let blocker: Server | undefined
afterEach(() => {
  blocker?.close()
  blocker = undefined
})

function start(env: Readonly<Record<string, string>>) {
  const result = spawnSync(process.execPath, ['scripts/start.mjs'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', ...env },
  })
  return { code: result.status, text: `${result.stdout}${result.stderr}` }
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
    expect(text).toContain('PORT muss eine Zahl')
  })

  test('says that the address cannot be used', () => {
    const { code, text } = start({ HOST: '203.0.113.1', PORT: '3999' })
    expect(code).toBe(1)
    expect(text).toContain('ist nicht nutzbar')
  })
})
