/** The browser's key: a cookie that scripts cannot read. Only its hash is stored on the server. */
import { cookies } from 'next/headers'
import { looksLikeBrowserKey } from '@/lib/assessments/secret'
import { keyDays } from '@/lib/assessments/retention'
import { settings } from '@/lib/env'

const name = 'dec-key'

const keyOrNull = (value: string | undefined) => (value !== undefined && looksLikeBrowserKey(value) ? value : null)

/** Gives the key of the browser that asks for a page, or null. */
export async function readBrowserKey(): Promise<string | null> {
  return keyOrNull((await cookies()).get(name)?.value)
}

/** Gives the key that came with a request to a Route Handler, or null. */
export function keyOfRequest(request: Request): string | null {
  const header = request.headers.get('cookie') ?? ''
  return keyOrNull(new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header)?.[1])
}

/**
 * Gives the `Set-Cookie` value that stores a key for 400 days, or removes it.
 * Lax and not Strict: links in web mail and on the intranet must find the key; forged posts are stopped by their Origin.
 */
export function keyCookie(key: string | null): string {
  const age = key === null ? 0 : keyDays * 24 * 60 * 60
  return `${name}=${key ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${settings().secure ? '; Secure' : ''}`
}
