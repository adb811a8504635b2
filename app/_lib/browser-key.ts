/** The browser's key: a cookie that scripts cannot read. Only its hash is stored on the server. */
import { headers } from 'next/headers'
import { looksLikeBrowserKey } from '@/lib/assessments/secret'
import { keyDays } from '@/lib/assessments/retention'
import { cookies, readCookie, writeCookie } from '@/lib/cookies'
import { settings } from '@/lib/env'

function keyOfHeader(header: string | null): string | null {
  const value = readCookie(header, cookies.key, settings().secure)
  return value !== null && looksLikeBrowserKey(value) ? value : null
}

/** Gives the key of the browser that asks for a page, or null. */
export async function readBrowserKey(): Promise<string | null> {
  return keyOfHeader((await headers()).get('cookie'))
}

/** Gives the key that came with a request to a Route Handler, or null. */
export function keyOfRequest(request: Request): string | null {
  return keyOfHeader(request.headers.get('cookie'))
}

/** Gives the `Set-Cookie` value that stores a key for 400 days, or removes it. */
export function keyCookie(key: string | null): string {
  return writeCookie(cookies.key, key ?? '', settings().secure, key === null ? 0 : keyDays)
}
