import { failureAnswer } from '@/app/_lib/answer-request'
import { AppError } from '@/lib/errors'
import { readSecurityContact } from '@/lib/operator-texts'

/** Whom to tell of a weakness of this installation (RFC 9116), if the operator has said so. */
export function GET(request: Request): Response {
  const text = readSecurityContact()
  if (text === null) return failureAnswer(request, new AppError('not-found'))
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
}
