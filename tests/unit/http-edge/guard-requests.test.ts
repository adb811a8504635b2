import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { resetSettings } from '@/lib/env'
import { guard } from '@/lib/http-edge/guard-requests'
import { peerAddressHeader } from '@/lib/http-edge/peer-address'
import { inputLimits } from '@/lib/input/limits'

afterEach(() => {
  delete process.env.APP_URL
  resetSettings()
})

interface Asked {
  method?: string
  url?: string
  headers?: IncomingHttpHeaders
  remote?: string
  production?: boolean
}

/** What Next sees of a request, and what a client sees of an answer whose headers Next has set to `answered`. */
function through({ method = 'GET', url = '/', headers = {}, remote, production = true }: Asked, answered: string[] = []) {
  const request = { method, url, headers: { ...headers }, socket: { remoteAddress: remote } }
  const sent = new Map<string, string>()
  const response = {
    setHeader: (name: string, value: unknown) => sent.set(name.toLowerCase(), String(value)),
    removeHeader: (name: string) => void sent.delete(name),
    writeHead: (status: number) => status,
  }
  guard(request, response as never, { production })
  for (const name of answered) response.setHeader(name, 'x')
  const status = response.writeHead(200)
  return { method: request.method, url: request.url, headers: request.headers, sent: Object.fromEntries(sent), status }
}

describe('a request at the edge', () => {
  test.each(['/', '/check/abc?fehler=1', '/api/import', '/hilfe?frage=%C3%A4', '/beispiel?x=%ff', '/m%C3%BCll', '/%25ff'])(
    'for %s goes on',
    (url) => expect(through({ url })).toMatchObject({ method: 'GET', url }),
  )

  test.each([
    ['GET', '/fehler/%ff'],
    ['GET', '/api/assessments/%C0%AF/report'],
    ['POST', '/api/assessments/%ff/answers'],
    ['GET', '/beispiel/empfehlung/%'],
    ['GET', '/%E4?x=1'],
    ['TRACE', '/%ff'],
  ])('%s %s, which is no text, gets the page that says so', (method, url) =>
    expect(through({ method, url })).toMatchObject({ method: 'GET', url: '/fehler/bad-request' }),
  )

  test('with more in its address than any page asks for gets the page that says so, before Next takes it apart', () => {
    const { addressParts } = inputLimits
    const asked = (parts: number) => through({ url: `/api/questionnaire?${Array<string>(parts).fill('a').join('&')}` }).url
    expect(asked(addressParts)).toMatch(/^\/api\/questionnaire\?a&/)
    expect(asked(addressParts + 1)).toBe('/fehler/bad-request')
    expect(through({ url: `/check/x?${'a&'.repeat(7_000)}` }).url).toBe('/fehler/bad-request')
  })

  test.each([
    ['POST', '/konto', '/fehler/method-not-allowed'],
    ['DELETE', '/', '/fehler/method-not-allowed'],
    ['TRACE', '/api/import', '/fehler/method-not-allowed'],
    ['DELETE', '/api/import', '/api/import'],
    ['POST', '/api/import', '/api/import'],
    ['HEAD', '/', '/'],
  ])('%s %s is answered by %s', (method, url, by) => expect(through({ method, url }).url).toBe(by))

  test('claims nothing of how the site is reached, and asks for whole pages', () => {
    const claimed = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '1' }
    const parts = {
      rsc: '1',
      'next-router-state-tree': '%5B',
      'next-router-prefetch': '1',
      'next-url': '/konto',
      'next-action': 'x',
    }
    const kept = { host: 'a', 'x-forwarded-for': '192.0.2.1', accept: 'text/html' }
    expect(through({ headers: { ...claimed, ...parts, ...kept } }).headers).toEqual(kept)
    expect(through({ headers: { ...claimed, ...parts, ...kept }, production: false }).headers).toEqual({ ...parts, ...kept })
  })

  test('brings the cookies of this site, and nobody else’s', () => {
    const ours = 'dec-key=a; __Host-dec-session=b; dec-known=c'
    const others = Array.from({ length: 1_800 }, (_, index) => `a${index}=1`).join('; ')
    expect(
      through({ headers: { cookie: `${others};\tdec-key=a ;__Host-dec-session=b; xdec-key=z; dec-keys=z; dec-known=c` } })
        .headers,
    ).toEqual({
      cookie: ours,
    })
    expect(through({ headers: { cookie: others } }).headers).toEqual({})
    expect(through({ headers: { cookie: others }, production: false }).headers).toEqual({ cookie: others })
  })

  test('carries the address of its connection, whatever the client says', () => {
    const headers = { [peerAddressHeader]: '198.51.100.9' }
    expect(through({ headers, remote: '::ffff:192.0.2.7' }).headers).toEqual({ [peerAddressHeader]: '192.0.2.7' })
    expect(through({ headers, remote: '127.0.0.1' }).headers).toEqual({})
  })
})

describe('an answer at the edge', () => {
  test('does not tell how it came about', () => {
    const { sent, status } = through({}, ['x-middleware-rewrite', 'x-nextjs-rewritten-path', 'x-nextjs-rewritten-query', 'etag'])
    expect([sent, status]).toEqual([{ etag: 'x' }, 200])
  })

  test('asks for https where the site has it, also from the API', () => {
    expect(through({ url: '/api/ping' }).sent).toEqual({})
    process.env.APP_URL = 'https://check.musterstadt.de'
    resetSettings()
    expect(through({ url: '/api/ping' }).sent).toEqual({ 'strict-transport-security': 'max-age=31536000' })
  })
})
