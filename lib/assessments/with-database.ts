import { openDatabase, type Database } from '../db'
import { toAppError } from '../database-error'

/**
 * Runs a piece of work on the open database. Whatever fails in it leaves as an AppError, so that no message of SQLite or
 * Prisma ever reaches a user.
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await openDatabase())
  } catch (error) {
    throw toAppError(error)
  }
}
