/** Tells what went wrong in the database or in the content, whichever layer reports it. */
import { AppError, type ErrorCode } from './errors'
import { ContentError } from './questionnaire/content-error'

/**
 * Finds SQLite's own result code in an error of better-sqlite3, of the Prisma adapter (`cause.originalCode`) or of the
 * Prisma client (`meta.driverAdapterError`).
 * @returns e.g. `SQLITE_BUSY`; null if the error is none of SQLite's
 */
export function sqliteCode(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 6) return null
  const { code, originalCode, cause, meta } = error as Record<string, unknown>
  for (const candidate of [originalCode, code]) {
    if (typeof candidate === 'string' && candidate.startsWith('SQLITE_')) return candidate
  }
  const below = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  return sqliteCode(cause, depth + 1) ?? sqliteCode(below, depth + 1)
}

/** True if another process holds the lock for the moment: worth another try. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false
}

/** No room, or no more of it for the server's user (quota), for any file: also for one beside the database. */
const noRoom: readonly string[] = ['ENOSPC', 'EDQUOT']

function hasNoRoom(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false
  const { code, cause } = error as Record<string, unknown>
  return (typeof code === 'string' && noRoom.includes(code)) || hasNoRoom(cause, depth + 1)
}

const appErrorCodes: readonly [RegExp, ErrorCode][] = [
  // SQLite says so when the file beside the database that processes share cannot grow; before the other failures of reading and writing.
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'disk-full'],
  [/^SQLITE_(BUSY|LOCKED|READONLY|PERM)/, 'database-locked'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR|FORMAT)/, 'database-corrupt'],
  [/^SQLITE_CANTOPEN/, 'database-missing'],
]

/**
 * Turns a failure of the database into the error a user can be told about.
 * @returns the same AppError if it is one already; `internal` if the cause is neither database nor content
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ContentError) return new AppError('questionnaire-broken', { cause: error })
  if (hasNoRoom(error)) return new AppError('disk-full', { cause: error })
  const code = sqliteCode(error)
  const match = code && appErrorCodes.find(([pattern]) => pattern.test(code))
  return new AppError(match ? match[1] : 'internal', { cause: error })
}
