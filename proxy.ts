/**
 * A fresh nonce for each page, and the policy that goes with it. No authorisation happens here: every service call checks
 * the browser key and the session itself.
 */
import { NextResponse, type NextRequest } from 'next/server'
import { loginPage, pageAskedHeader } from '@/app/_lib/next-page'
import { pageAccess } from '@/app/_lib/page-access'
import { contentSecurityPolicy } from '@/lib/content-security-policy'
import { settings } from '@/lib/env'
import { statusOfErrorPage } from '@/lib/error-page-status'

const development = process.env.NODE_ENV === 'development'

/** No route has this address: Next answers 404 with `app/not-found.tsx`, readable without scripts. */
const noSuchPage = '/nicht-gefunden'

/** Where the browser asks for a page that it may not see (app/_lib/page-access.ts); Next would leave it empty without scripts. */
async function pageInstead(request: NextRequest): Promise<URL | null> {
  const { pathname } = request.nextUrl
  const access = await pageAccess(request, pathname)
  if (access === 'closed') return new URL(noSuchPage, request.nextUrl)
  // In place: after signing in the same address shows the page.
  if (access === 'login') return new URL(loginPage(null), request.nextUrl)
  return null
}

export async function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const { secure } = settings()
  const policy = contentSecurityPolicy({ nonce, secure, development })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const instead = await pageInstead(request)
  // As a header: Next decodes what a rewrite has in its query, and an address with a query of its own would lose most of it.
  if (instead) headers.set(pageAskedHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = instead
    ? NextResponse.rewrite(instead, { request: { headers } })
    : NextResponse.next({ request: { headers }, status: statusOfErrorPage(request.nextUrl.pathname) })
  response.headers.set('Content-Security-Policy', policy)
  // Answers may be on the page: nothing keeps a copy of it.
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

// Route Handlers set their own headers, and their bodies are not to be buffered here.
export const config = { matcher: ['/((?!api/|health|_next/static).*)'] }
