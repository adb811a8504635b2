/** How Route Handlers answer: 303 to a native form, JSON to everything else. Nothing of it may be kept by a cache. */
import { logFailure } from '@/lib/log'
import { toAppError } from '@/lib/database-error'
import type { AppError } from '@/lib/errors'
import { inputLimits } from '@/lib/input/limits'
import { budgetSentence, errorSentence, errorText, waitOf, waitQuery } from './error-text'

const noStore = { 'Cache-Control': 'private, no-store' }

/** True if the sender reads JSON; a native form reads pages. */
export function wantsJson(request: Request): boolean {
  const { headers } = request
  return (
    (headers.get('content-type') ?? '').toLowerCase().startsWith('application/json') ||
    (headers.get('accept') ?? '').includes('application/json')
  )
}

/** Answers with JSON. */
export function jsonAnswer(
  body: unknown,
  {
    status = 200,
    cookies = [],
    headers = {},
  }: { status?: number; cookies?: readonly string[]; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const answer = Response.json(body, { status, headers: { ...noStore, ...headers } })
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}

/** An address that would break the answer loses what stands behind its place. No form of ours makes one. */
function shortEnough(location: string): string {
  if (location.length <= inputLimits.location) return location
  const place = location.split(/[?#]/, 1)[0] ?? ''
  return place.length <= inputLimits.location ? place : '/'
}

/** Sends a browser on, by a relative address: what the server is called from outside it does not know. */
export function redirectAnswer(
  location: string,
  cookies: readonly string[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const answer = new Response(null, { status: 303, headers: { ...noStore, ...headers, Location: shortEnough(location) } })
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}

/** Gives an error as it is told in JSON: code, sentence, and each field with its own. */
export function errorBody(error: AppError) {
  const fields = error.fields.map(({ field, code, values }) => ({ field, code, message: errorText({ code, values }) }))
  const wait = waitOf(error)
  const message =
    wait === null ? errorSentence(error.code, 'body') : `${budgetSentence('body', wait)} ${budgetSentence('action', wait)}`
  return { error: { code: error.code, message, fields } }
}

/** The answer that nobody reads: whoever asked has gone. Not a failure, so nothing is logged. */
export function goneAnswer(): Response {
  return new Response(null, { status: 408, headers: noStore })
}

/**
 * Answers a failure: with its page for a browser, as JSON with its status for everything else.
 * @param page what the page of the error is asked for, and cookies that go with it
 */
export function failureAnswer(
  request: Request,
  failure: unknown,
  page: { readonly query?: Readonly<Record<string, string>>; readonly cookies?: readonly string[] } = {},
): Response {
  const error = toAppError(failure)
  logFailure(error, new URL(request.url).pathname)
  const isPage = !wantsJson(request) && (request.method === 'POST' || (request.headers.get('accept') ?? '').includes('text/html'))
  if (!isPage) {
    const headers = error.retryAfter === null ? undefined : { 'Retry-After': String(error.retryAfter) }
    return jsonAnswer(errorBody(error), { status: error.status, headers })
  }
  const wait = waitOf(error)
  const query = new URLSearchParams(wait === null ? page.query : { ...page.query, [waitQuery]: String(wait) }).toString()
  return redirectAnswer(`/fehler/${error.code}${query ? `?${query}` : ''}`, page.cookies)
}
