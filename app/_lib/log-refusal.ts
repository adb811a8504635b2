import type { Actor } from '@/lib/accounts/actor'
import type { AppError, ErrorCode } from '@/lib/errors'
import { logSecurity, type SecurityEvent } from '@/lib/security-log'
import { clientAddress } from './client-address'

/** Refusals that look like an attempt to get in; others are told where they happen. */
const events: Partial<Record<ErrorCode, SecurityEvent>> = {
  'wrong-origin': 'wrong-origin',
  'bad-code': 'code-wrong',
  'bad-invitation': 'code-wrong',
  throttled: 'codes-slowed',
}

/** A code with a slip in it opens nothing and is no guess; a wait before a password is told by who asks for it. */
function isTold({ code, fields }: AppError): boolean {
  const reason = fields.find(({ field }) => field === 'code')?.values?.reason
  if (code === 'throttled') return reason === 'codes'
  return code === 'wrong-origin' || reason === undefined || reason === 'unknown'
}

/** Tells the operator a refused form if it looks like an attempt to get in. */
export function logRefusal(request: Request, error: AppError, context: { readonly actor: Actor } | undefined): void {
  const event = events[error.code]
  if (!event || !isTold(error)) return
  logSecurity(event, { person: context?.actor.userId, address: clientAddress(request) })
}
