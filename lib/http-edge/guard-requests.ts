/**
 * What happens to each request before Next sees it, and to each answer before it is sent. Node tells of a request before anybody
 * handles it; so this works with every server that Next is started with.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ownCookies } from '../cookies'
import { settings } from '../env'
import { createTranslate } from '../i18n/translate'
import { inputLimits } from '../input/limits'
import { tellOperator } from '../log'
import { peerAddress, peerAddressHeader } from './peer-address'

const readingMethods: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']
/** Route Handlers take posts and answer 405 to the rest themselves; under the others Next talks to itself while developing. */
const takesPosts = (address: string) => /^\/(?:api\/|_next\/|__nextjs)/.test(address)

/**
 * Next would believe them: it takes a request for one by https, and then fetches its own pages from there. Our addresses come from
 * the settings alone.
 */
const claims = ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-port']
/** Ask for parts of a page. No page of ours does, Next fails on malformed ones, and whole pages are what is tested. */
const partRequests = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'next-action',
]
/** Tell clients how a page was answered, which is nobody's business. */
const innerHeaders = ['x-middleware-rewrite', 'x-nextjs-rewritten-path', 'x-nextjs-rewritten-query']
/** Seconds; a year, as browsers' own lists expect. */
const rememberHttps = 31_536_000

/** The parts of a request and an answer of Node that are looked at here. */
type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly socket: { readonly remoteAddress?: string } }
type Answer = Pick<ServerResponse, 'setHeader' | 'removeHeader'> & { writeHead: (...args: never[]) => unknown }

/** False if the percent signs in an address stand for no text, on which Next fails with status 500. */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split('?', 1)[0]!)
    return true
  } catch {
    return false
  }
}

/** True if there is more behind the question mark than any page of ours asks for: found out before anybody takes it apart. */
const asksTooMuch = (address: string) => address.split('&', inputLimits.addressParts + 1).length > inputLimits.addressParts

/** Gives the page that answers in place of the one that was asked for, or null. */
function pageInstead({ method, url = '' }: Asked): string | null {
  if (!isReadable(url) || asksTooMuch(url)) return '/fehler/bad-request'
  if (readingMethods.includes(method) || (method !== 'TRACE' && takesPosts(url))) return null
  // The standard forbids a `Request` with TRACE, so Next would fail; and it answers other methods as if the page had been asked for.
  return '/fehler/method-not-allowed'
}

function keepOwnCookies(headers: Asked['headers']): void {
  const own = headers.cookie === undefined ? null : ownCookies(headers.cookie)
  if (own === null) delete headers.cookie
  else headers.cookie = own
}

/**
 * Makes a request harmless and an answer discreet.
 * @param production false while developing, where Next fetches parts of pages and has cookies of its own
 */
export function guard(request: Asked, response: Answer, { production }: { production: boolean }): void {
  const { headers } = request
  for (const name of claims) delete headers[name]
  if (production) {
    for (const name of partRequests) delete headers[name]
    keepOwnCookies(headers)
  }
  // Whatever a client calls itself, the connection tells better.
  delete headers[peerAddressHeader]
  const peer = peerAddress(request.socket.remoteAddress)
  if (peer !== null) headers[peerAddressHeader] = peer
  const instead = pageInstead(request)
  if (instead !== null) {
    request.method = 'GET'
    request.url = instead
  }
  if (settings().secure) response.setHeader('Strict-Transport-Security', `max-age=${rememberHttps}`)
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (...args) => {
    for (const name of innerHeaders) response.removeHeader(name)
    return writeHead(...args)
  }
}

const t = createTranslate('de')
let warned = false

/** Once: an address that a proxy tells is not believed unless the operator says that there is one. */
function warnOfProxy({ headers }: Asked): void {
  if (warned || headers['x-forwarded-for'] === undefined || settings().trustedProxies > 0) return
  warned = true
  tellOperator(t('errors.operator.proxyUndeclared'))
}

/** Guards every request of this process from now on. */
export function guardRequests(): void {
  const production = process.env.NODE_ENV === 'production'
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    warnOfProxy(request)
    guard(request, response, { production })
  })
}
