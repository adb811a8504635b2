import { sessionOfHeader } from '@/lib/accounts/session-cookie'
import { readSession, type SessionView } from '@/lib/accounts/session-service'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** Gives the value of the session cookie that a request came with, or null. */
export function sessionCookieOf(request: Request): string | null {
  return sessionOfHeader(request.headers.get('cookie'), settings().secure)
}

/** Gives the session that a request came with. @throws AppError `login-required` */
export async function sessionOfRequest(request: Request, now: Date): Promise<SessionView> {
  const session = await readSession(sessionCookieOf(request), now)
  if (!session) throw new AppError('login-required')
  return session
}
