import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Answers TRACE with the page that says 405. The standard forbids a `Request` with this method, so Next fails before any code of
 * ours could refuse it, with status 500 and a stack in the log. Node tells of a request before anybody handles it.
 */
export function refuseTrace(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.method !== 'TRACE') return
    request.method = 'GET'
    request.url = '/fehler/method-not-allowed'
  })
}
