import type { Database as Connection, Statement } from 'better-sqlite3'
import { assertOutsideTransaction, type Gate } from './gate'
import { retryWhileBusy } from './retry-while-busy'

interface Waiting {
  readonly body: (connection: Connection) => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}
type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** So many writes share one transaction at most, so that nothing else waits long for its end. */
const largestBatch = 64

/**
 * Commits writes that arrive together in one transaction: making it durable is what a write mostly waits for, and it costs
 * the same for one as for many. Each write is still its own: one that fails is undone alone, and none is confirmed before
 * the transaction is on disk.
 */
export class WriteQueue {
  readonly #waiting: Waiting[] = []
  readonly #savepoint: Record<'begin' | 'keep' | 'undo', Statement>
  #running = false

  constructor(
    private readonly connection: Connection,
    private readonly gate: Gate,
  ) {
    this.#savepoint = {
      begin: connection.prepare('SAVEPOINT one_write'),
      keep: connection.prepare('RELEASE one_write'),
      undo: connection.prepare('ROLLBACK TO one_write'),
    }
  }

  /**
   * Runs `body` without yielding, as part of the next transaction.
   * @returns what `body` gives, once it is durable
   */
  add<T>(body: (connection: Connection) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      assertOutsideTransaction()
      this.#waiting.push({ body, resolve, reject })
      this.#start()
    })
  }

  #start(): void {
    if (this.#running) return
    this.#running = true
    // After the requests of this turn of the event loop have been read: those are the ones that arrived together.
    setImmediate(() => void this.#run())
  }

  async #run(): Promise<void> {
    const batch: Waiting[] = []
    try {
      const outcomes = await retryWhileBusy(async () => {
        await this.gate.enter()
        try {
          batch.push(...this.#waiting.splice(0, largestBatch - batch.length))
          return this.#commit(batch)
        } finally {
          this.gate.leave()
        }
      })
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index]!
        if ('error' in outcome) reject(outcome.error)
        else resolve(outcome.value as never)
      })
    } catch (error) {
      // The transaction as a whole came to nothing: nobody is told otherwise.
      for (const { reject } of batch) reject(error)
    } finally {
      this.#running = false
      if (this.#waiting.length > 0) this.#start()
    }
  }

  #commit(batch: readonly Waiting[]): Outcome[] {
    return this.connection.transaction(() => batch.map(({ body }) => this.#attempt(body))).immediate()
  }

  /** One write of the batch; undone alone if it fails, unless SQLite has given up the whole transaction. */
  #attempt(body: Waiting['body']): Outcome {
    this.#savepoint.begin.run()
    try {
      const value = body(this.connection)
      this.#savepoint.keep.run()
      return { value }
    } catch (error) {
      if (!this.connection.inTransaction) throw error
      this.#savepoint.undo.run()
      this.#savepoint.keep.run()
      return { error }
    }
  }
}
