/** The started server, asked as proxies, scanners and broken clients ask. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, request as ask, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Site, startSite } from '../../setup/site'

let site: Site
let trap: Server | undefined
const trapped: string[] = []

/** Somebody else of this machine who listens under the name that this machine has for itself, where that is another address. */
function listenBeside(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      trapped.push(`${request.url} ${request.headers.cookie}`)
      response.end('stolen')
    })
    // A machine without IPv6 has no such place.
    server.once('error', () => resolve(undefined))
    server.listen(port, '::1', () => resolve(server))
  })
}

beforeAll(async () => {
  const tell = pathToFileURL('tests/setup/tell-connections.mjs').href
  site = await startSite({ NODE_OPTIONS: `--import ${tell}`, APP_URL: 'https://check.musterstadt.de', TRUSTED_PROXIES: '1' })
  trap = await listenBeside(Number(new URL(site.url).port))
}, 60_000)
afterAll(async () => {
  trap?.close()
  await site.close()
})

interface Answered {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Sends an address as it stands: `fetch` would repair it. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const { hostname, port } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname, port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe.each([
  ['as it is', {}],
  ['through a proxy that speaks https', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'check.musterstadt.de' }],
  ['under another name', { host: 'localhost:1', 'x-forwarded-port': '1' }],
])('a page in place of another, asked %s', (_, headers) => {
  test.each([
    ['/konto', 200, 'Anmelden'],
    ['/arbeitsbereich', 200, 'Anmelden'],
    ['/arbeitsbereich/aaaaaaaaaaaaaaaaaaaaaa/massnahmen?x=1', 200, 'Anmelden'],
    ['/check/aaaaaaaaaaaaaaaaaaaaaa', 404, 'Hier ist nichts zu finden'],
    ['/check/aaaaaaaaaaaaaaaaaaaaaa/ergebnis', 404, 'Hier ist nichts zu finden'],
  ])('%s is answered with %i by this process, without a word to anybody', async (path, status, text) => {
    const cookie = `dec-key=${'k'.repeat(43)}`
    const answer = await get(path, { ...headers, cookie, accept: 'text/html' })
    expect([answer.status, answer.text.includes(text)]).toEqual([status, true])
    expect(site.output()).not.toContain('opens a connection')
    expect(trapped).toEqual([])
    expect(Object.keys(answer.headers).filter((name) => /rewrit/i.test(name))).toEqual([])
  })
})

describe('what is no proper request', () => {
  test.each([
    '/api/assessments/%ff/report',
    '/api/assessments/%C0%AF/report',
    '/api/workspaces/%ff/measures.csv',
    '/api/workspaces/%ff/measures/%ff/calendar.ics',
    '/fehler/%ff',
    '/beispiel/empfehlung/%ff',
    '/check/%ff',
    '/%',
  ])('%s gets 400 and a page, whatever the method', async (path) => {
    for (const method of ['GET', 'POST']) {
      const { status, text } = await get(path, { accept: 'text/html' }, method)
      expect([status, text.includes('Die Angaben ließen sich nicht lesen')]).toEqual([400, true])
    }
  })

  test.each(['%5B', '%7B%7D', 'x', '%5B%22%22%2C%7B%22children%22%3A%5B1%5D%7D%5D', '"'.repeat(9_000)])(
    'a broken state of a router gets the whole page',
    async (state) => {
      const { status, text, headers } = await get('/hilfe', { rsc: '1', 'next-router-state-tree': state })
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(text).toContain('<!DOCTYPE html>')
    },
  )

  test('leaves nothing in the log', () => expect(site.output()).not.toMatch(/error|\n\s+at /i))
})

test('every answer asks for https, where the site has it', async () => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await get('/')).text)?.[0]
  for (const path of [
    '/',
    '/health',
    '/api/questionnaire?ebene=falsch',
    '/check/aaaaaaaaaaaaaaaaaaaaaa',
    script ?? '',
    '/x/y.png',
  ]) {
    const { headers } = await get(path)
    expect([path, headers['strict-transport-security']]).toEqual([path, 'max-age=31536000'])
  }
})

test('whom to tell of a weakness stands where researchers look for it', async () => {
  const path = '/.well-known/security.txt'
  expect((await get(path)).status).toBe(404)
  mkdirSync(join(site.dataDir, 'operator'))
  writeFileSync(join(site.dataDir, 'operator/security.txt'), 'Contact: mailto:it@musterstadt.de\n')
  const { status, headers, text } = await get(path)
  expect([status, headers['content-type'], text]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'Contact: mailto:it@musterstadt.de\n',
  ])
})
