/**
 * A fresh nonce for each page, and the policy that goes with it. No authorisation happens here: every service call checks
 * the browser key itself.
 */
import { NextResponse, type NextRequest } from 'next/server'
import { actorOfRequest } from '@/app/_lib/actor'
import { checkAccess, type PagePart } from '@/lib/assessments/check-access'
import { currentTime } from '@/lib/clock'
import { contentSecurityPolicy } from '@/lib/content-security-policy'
import { toAppError } from '@/lib/database-error'
import { settings } from '@/lib/env'
import { statusOfErrorPage } from '@/lib/error-page-status'

const development = process.env.NODE_ENV === 'development'

/** No route has this address: Next answers 404 with `app/not-found.tsx`, readable without scripts. */
const noSuchPage = '/nicht-gefunden'

const pagesAbout: Readonly<Record<string, PagePart['kind']>> = { frage: 'factor', empfehlung: 'measure' }

/**
 * True for the pages of a check that this browser may not open, foreign or absent, and for those about a factor or measure
 * that the check does not have. The pages refuse as well; this is for those without scripts, because Next leaves a page empty
 * that turns out to be missing while it is drawn.
 */
async function isClosed(request: NextRequest): Promise<boolean> {
  const [, id, page = '', about] = /^\/check\/([^/]+)(?:\/([^/]+)\/([^/]+))?/.exec(request.nextUrl.pathname) ?? []
  if (!id) return false
  const kind = Object.hasOwn(pagesAbout, page) ? pagesAbout[page] : undefined
  try {
    await checkAccess(await actorOfRequest(request), id, kind && about ? { kind, id: about } : null, currentTime())
    return false
  } catch (error) {
    // Whatever else fails, the page tells.
    return toAppError(error).code === 'not-found'
  }
}

export async function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const { secure } = settings()
  const policy = contentSecurityPolicy({ nonce, secure, development })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = (await isClosed(request))
    ? NextResponse.rewrite(new URL(noSuchPage, request.nextUrl), { request: { headers } })
    : NextResponse.next({ request: { headers }, status: statusOfErrorPage(request.nextUrl.pathname) })
  response.headers.set('Content-Security-Policy', policy)
  // Answers may be on the page: nothing keeps a copy of it.
  response.headers.set('Cache-Control', 'private, no-store')
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

// Route Handlers set their own headers, and their bodies are not to be buffered here.
export const config = { matcher: ['/((?!api/|health|_next/static).*)'] }
