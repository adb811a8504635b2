import { AppError } from '../errors'
import { isBusy } from '../database-error'

/** How long a request waits for another process before it is told that the database is locked. */
const patience = 5_000

/**
 * Tries again while another process holds SQLite's lock, without blocking the event loop in between.
 * @param attempt must have had no effect when it fails with SQLITE_BUSY
 * @throws AppError `database-locked` after five seconds; any other error at once
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline) throw new AppError('database-locked', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
