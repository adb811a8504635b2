/** What the operator reads. Never what a user typed, and no assessment's id. */
import type { AppError, ErrorCode } from './errors'

/** Failures that somebody has to look at; everything else is a user's slip and none of the operator's business. */
const statusToLog = 500
/** The server does as it should: it turns away what is too much. Anybody could fill the log with these. */
const expected: readonly ErrorCode[] = ['report-own-waiting', 'report-busy']

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return cause === undefined ? '' : String(cause)
  const code = 'code' in cause ? ` [${String(cause.code)}]` : ''
  return `${cause.stack ?? cause.message}${code}`
}

/**
 * Logs a failure of the server with its cause.
 * @param address of the request; ids in it are left out
 */
export function logFailure(error: AppError, address: string): void {
  if (error.status < statusToLog || expected.includes(error.code)) return
  const place = address.replace(/(\/(?:assessments|workspaces|measures)\/)[^/]+/g, '$1…')
  console.error(`${error.code} ${place} ${describe(error.cause)}`)
}

/** Tells the operator something in a sentence. */
export function tellOperator(sentence: string): void {
  console.warn(sentence)
}
