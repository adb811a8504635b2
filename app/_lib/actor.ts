/** Who asks: the browser with its key, and the person whose session it holds. */
import { headers } from 'next/headers'
import type { Actor } from '@/lib/accounts/actor'
import { sessionOfHeader } from '@/lib/accounts/session-cookie'
import { readSession } from '@/lib/accounts/session-service'
import { currentTime } from '@/lib/clock'
import { keyOfRequest, readBrowserKey } from './browser-key'

async function actorOf(key: string | null, cookieHeader: string | null): Promise<Actor> {
  const session = await readSession(sessionOfHeader(cookieHeader), currentTime())
  return { key, userId: session?.userId ?? null }
}

/** Gives who asks for a page. @throws AppError `login-required` if the session of this browser is over */
export async function readActor(): Promise<Actor> {
  return await actorOf(await readBrowserKey(), (await headers()).get('cookie'))
}

/** Gives who sends a request to a Route Handler. @throws AppError `login-required` if the session of this browser is over */
export async function actorOfRequest(request: Request): Promise<Actor> {
  return await actorOf(keyOfRequest(request), request.headers.get('cookie'))
}
