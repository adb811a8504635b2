/** Who asks: the browser with its key, and the person whose session it holds. */
import { cache } from 'react'
import { headers } from 'next/headers'
import type { Actor } from '@/lib/accounts/actor'
import { sessionOfHeader } from '@/lib/accounts/session-cookie'
import { readSession, type SessionView } from '@/lib/accounts/session-service'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { settings } from '@/lib/env'
import { keyOfRequest, readBrowserKey } from './browser-key'

/** The session of a browser; `over` if it had one that has ended. */
async function sessionOf(cookieHeader: string | null): Promise<SessionView | 'over' | null> {
  try {
    return await readSession(sessionOfHeader(cookieHeader, settings().secure), currentTime())
  } catch (failure) {
    const error = toAppError(failure)
    if (error.code === 'login-required') return 'over'
    throw error
  }
}

const toActor = (key: string | null, session: SessionView | 'over' | null): Actor =>
  session === 'over' ? { key, userId: null, sessionOver: true } : { key, userId: session?.userId ?? null }

const sessionOfPage = cache(async () => await sessionOf((await headers()).get('cookie')))

/** Gives the person who is signed in, for a page; null if nobody is. */
export async function readPerson(): Promise<SessionView | null> {
  const session = await sessionOfPage()
  return session === 'over' ? null : session
}

/** Gives who asks for a page. */
export async function readActor(): Promise<Actor> {
  return toActor(await readBrowserKey(), await sessionOfPage())
}

/** Gives who sends a request to a Route Handler. */
export async function actorOfRequest(request: Request): Promise<Actor> {
  return toActor(keyOfRequest(request), await sessionOf(request.headers.get('cookie')))
}
