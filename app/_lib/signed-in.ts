import { sessionOfHeader } from '@/lib/accounts/session-cookie'
import { readSession, type SessionView } from '@/lib/accounts/session-service'
import { AppError } from '@/lib/errors'

/** Gives the session that a request came with. @throws AppError `login-required` */
export async function sessionOfRequest(request: Request, now: Date): Promise<SessionView> {
  const session = await readSession(sessionOfHeader(request.headers.get('cookie')), now)
  if (!session) throw new AppError('login-required')
  return session
}
