/** What passwords are tried with: the counts of this process, and the few places at which one is compared. */
import { monotonicTime } from '../clock'
import { AppError } from '../errors'
import { accountLimits } from './limits'
import { type Attempt, type Begun, LoginThrottle } from './login-throttle'
import { Turns, TurnsFull } from './turns'

/** Route Handlers and pages may be separate bundles of one process. */
interface Shared {
  readonly logins: LoginThrottle
  /** One's own password, asked again: e.g. of somebody at a screen that was left open. */
  readonly own: LoginThrottle
  readonly hashing: Turns
}
const shared = globalThis as typeof globalThis & { [slot: symbol]: Shared | undefined }
const { logins, own, hashing } = (shared[Symbol.for('drei-ebenen-check.password-attempts')] ??= {
  logins: new LoginThrottle(),
  own: new LoginThrottle(),
  hashing: new Turns(accountLimits.hashingAtOnce, accountLimits.hashingWaiting),
})

/** The refusal of an attempt that comes too early. @param reason wrong attempts, or too many people at the same time */
function slowed(field: string, milliseconds: number, reason: 'wrong' | 'busy'): AppError {
  const seconds = Math.ceil(milliseconds / 1000)
  const time = seconds < 60 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.ceil(seconds / 60) }
  const values = { reason, ...time }
  return new AppError('throttled', { fields: [{ field, code: 'throttled', values }], retryAfter: seconds })
}

/**
 * Begins an attempt and counts it as wrong until it is known to be right.
 * @param kind a login, or one's own password asked again
 * @param field that a refusal points at
 * @throws AppError `throttled` if it is not to be compared yet
 */
function begin(kind: LoginThrottle, attempt: Attempt, field: string): Begun {
  const begun = kind.begin(attempt, monotonicTime())
  if ('wait' in begun) throw slowed(field, begun.wait, 'wrong')
  return begun
}

/**
 * Hashes or compares a password when it is its turn: it costs a core and 32 MB for a moment, whoever asks.
 * @param ahead true for people who have shown that they belong here; strangers cannot keep them out
 * @throws AppError `throttled` at the field if too many are waiting
 */
export async function takeHashingTurn<T>(
  work: () => Promise<T>,
  { ahead, field = 'password' }: { readonly ahead: boolean; readonly field?: string },
): Promise<T> {
  try {
    return await hashing.take(work, { ahead })
  } catch (error) {
    throw error instanceof TurnsFull ? slowed(field, accountLimits.hashingRetryAfter, 'busy') : error
  }
}

/** A login. @throws AppError `throttled` at `password` */
export const beginLogin = (attempt: Attempt): Begun => begin(logins, attempt, 'password')

/** True if the login comes from a browser that has attempts of its own left. */
export const isKnownBrowser = (attempt: Attempt): boolean => logins.isKnown(attempt, monotonicTime())

/** One's own password, asked again. @throws AppError `throttled` at the field */
export const beginOwnPassword = (userId: string, field: string): Begun =>
  begin(own, { account: userId, address: null, mark: null }, field)

/** Forgets the wrong attempts at an account: whose it is has been proved by a code. */
export function forgetAttempts({ email, userId }: { readonly email: string; readonly userId?: string }): void {
  logins.forget(email)
  if (userId !== undefined) own.forget(userId)
}
