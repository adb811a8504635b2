/**
 * A fresh nonce for each page, and the policy that goes with it. No authorisation happens here: every service call checks
 * the browser key itself.
 */
import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '@/lib/content-security-policy'
import { settings } from '@/lib/env'
import { statusOfErrorPage } from '@/lib/error-page-status'

const development = process.env.NODE_ENV === 'development'

export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const { secure } = settings()
  const policy = contentSecurityPolicy({ nonce, secure, development })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers }, status: statusOfErrorPage(request.nextUrl.pathname) })
  response.headers.set('Content-Security-Policy', policy)
  // Answers may be on the page: nothing keeps a copy of it.
  response.headers.set('Cache-Control', 'private, no-store')
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

// Route Handlers set their own headers, and their bodies are not to be buffered here.
export const config = { matcher: ['/((?!api/|health|_next/static).*)'] }
