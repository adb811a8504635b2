import { AppError } from '../errors'

/**
 * Who asks: a browser with its key, a person who is signed in, or both. Nothing here grants anything; each service call looks
 * up what the two may open.
 */
export interface Actor {
  /** The plain browser key from the cookie, or null. Opens what was begun in this browser without an account. */
  readonly key: string | null
  /** The person of a live session, or null. Opens what belongs to the workspaces this person is a member of. */
  readonly userId: string | null
  /** True if the browser has a session that is over. What its key opens stays open. */
  readonly sessionOver?: boolean
}

/** Gives the actor that is only a browser. */
export const byKey = (key: string | null): Actor => ({ key, userId: null })

/**
 * Gives the error for what the actor cannot open, foreign and absent alike: `login-required` where signing in again may help,
 * else `not-found`.
 */
export const closedTo = ({ userId, sessionOver }: Actor): AppError =>
  new AppError(userId === null && sessionOver ? 'login-required' : 'not-found')
