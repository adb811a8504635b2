import { inputLimits } from './input/limits'

/**
 * The one error type of the product. Every failure a user can meet carries a code from this closed list; the code is put
 * into words once, in the message file `errors` (keys `errors.<code>.title|body|action`).
 */
export const errorCodes = [
  'not-found', // foreign and absent ids alike: the same answer (never tells which)
  'start-with-account', // without an account nothing begins in this installation
  'forbidden', // a member whose role does not include it
  'login-required', // the session of this browser is over
  'round-closed', // frozen: nothing of it changes any more
  'round-open', // somebody else was faster in opening it
  'bad-request',
  'unknown-question',
  'unknown-option',
  'unknown-state',
  'chosen-twice',
  'wrong-version',
  'questionnaire-moved', // shown with a version that the assessment does not have any more
  'questionnaire-missing', // this installation does not have the version of a questionnaire
  'questionnaire-broken', // a file of the questionnaire has a mistake
  'text-too-long',
  'too-many-lines',
  'wrong-type',
  'required',
  'number-out-of-range',
  'date-order', // the end lies before the beginning
  'bad-characters',
  'body-too-large',
  'unsupported-media-type',
  'bad-file', // broken YAML or JSON
  'bad-image',
  'image-busy', // too many pictures at once, or one that could not be checked in time
  'conflict', // both sides changed: the page shows both
  'changed-meanwhile', // a form that somebody else has saved since it was shown
  'wrong-origin',
  'bad-code',
  'throttled',
  'wrong-password', // one's own, asked again before something that matters
  'bad-login', // unknown e-mail and wrong password alike
  'bad-email',
  'passwords-differ',
  'weak-password',
  'email-taken',
  'signed-in', // a form for a new account, in a browser in which somebody is signed in by now
  'bad-invitation', // expired, used, revoked, unknown and forged alike
  'last-coordinator',
  'database-missing',
  'database-locked',
  'database-corrupt',
  'database-newer',
  'disk-full',
  'report-failed',
  'report-timeout',
  'report-own-waiting', // this person or browser has enough reports under way
  'report-busy', // all together have
  'method-not-allowed',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

const statusByCode: Record<ErrorCode, number> = {
  'not-found': 404,
  'start-with-account': 403,
  forbidden: 403,
  'login-required': 401,
  'round-closed': 409,
  'round-open': 409,
  'bad-request': 400,
  'unknown-question': 422,
  'unknown-option': 422,
  'unknown-state': 422,
  'chosen-twice': 422,
  'wrong-version': 409,
  'questionnaire-moved': 409,
  'questionnaire-missing': 503,
  'questionnaire-broken': 503,
  'text-too-long': 422,
  'too-many-lines': 422,
  'wrong-type': 422,
  required: 422,
  'number-out-of-range': 422,
  'date-order': 422,
  'bad-characters': 422,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'bad-file': 422,
  'bad-image': 422,
  'image-busy': 503,
  conflict: 409,
  'changed-meanwhile': 409,
  'wrong-origin': 403,
  'bad-code': 404,
  throttled: 429,
  'wrong-password': 422,
  'bad-login': 401,
  'bad-email': 422,
  'passwords-differ': 422,
  'weak-password': 422,
  'email-taken': 409,
  'signed-in': 409,
  'bad-invitation': 404,
  'last-coordinator': 409,
  'database-missing': 503,
  'database-locked': 503,
  'database-corrupt': 503,
  'database-newer': 503,
  'disk-full': 507,
  'report-failed': 500,
  'report-timeout': 503,
  'report-own-waiting': 503,
  'report-busy': 503,
  'method-not-allowed': 405,
  internal: 500,
}

/** One refused field: where it is, why, and the numbers its message needs (e.g. `{limit: 4000}`). */
export interface FieldError {
  readonly field: string
  readonly code: ErrorCode
  readonly values?: Readonly<Record<string, string | number>>
}

/**
 * An expected failure. `values` fill the message; `fields` point at single inputs; `retryAfter` says in how many seconds it may
 * be otherwise; `cause` is for the log only and never reaches a user.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: readonly FieldError[]
  readonly values: Readonly<Record<string, string | number>>
  readonly retryAfter: number | null

  constructor(
    code: ErrorCode,
    options: {
      fields?: readonly FieldError[]
      values?: Record<string, string | number>
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = (options.fields ?? []).slice(0, inputLimits.fieldErrors)
    this.values = options.values ?? {}
    this.retryAfter = options.retryAfter ?? null
  }

  /** HTTP status that belongs to the code. */
  get status(): number {
    return statusByCode[this.code]
  }
}
