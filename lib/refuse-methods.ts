import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const readingMethods: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']
/** Route Handlers take posts and answer 405 to the rest themselves; under the others Next talks to itself while developing. */
const takesPosts = (address: string) => /^\/(?:api\/|_next\/|__nextjs)/.test(address)

/**
 * Answers with the page that says 405 what no page takes: TRACE everywhere, and everything but reading outside `/api/`. The
 * standard forbids a `Request` with TRACE, so Next fails before any code of ours could refuse it, with status 500 and a stack in
 * the log; and it answers other methods with the page as if it had been asked for. Node tells of a request before anybody
 * handles it.
 */
export function refuseMethods(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (readingMethods.includes(request.method)) return
    if (request.method !== 'TRACE' && takesPosts(request.url ?? '')) return
    request.method = 'GET'
    request.url = '/fehler/method-not-allowed'
  })
}
