import { AsyncLocalStorage } from 'node:async_hooks'

const insideTransaction = new AsyncLocalStorage<true>()

/**
 * Runs the body of a transaction so that the gate recognises what is called from it.
 * @param body must use the transaction's own client only
 */
export function asTransactionBody<T>(body: () => Promise<T>): Promise<T> {
  // Awaited inside: Prisma's promises start only when somebody waits for them.
  return insideTransaction.run(true, async () => await body())
}

/**
 * Stops work that would wait for the very transaction it is called from.
 * @throws Error inside a transaction's body
 */
export function assertOutsideTransaction(): void {
  if (insideTransaction.getStore()) throw new Error('inside a transaction use its own client, not the outer one')
}

/**
 * One at a time, in order of arrival. SQLite's connection is shared by all requests, and whatever runs on it while a
 * transaction is open belongs to that transaction, whoever sent it: so everything waits here first (docs/adr/0004).
 */
export class Gate {
  #held = false
  readonly #waiting: (() => void)[] = []

  /**
   * Resolves when the caller is alone. Each `enter` needs exactly one `leave`.
   * @throws Error inside a transaction's body
   */
  async enter(): Promise<void> {
    assertOutsideTransaction()
    if (!this.#held) {
      this.#held = true
      return
    }
    // The one who leaves hands the gate over without opening it in between.
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#held = false
  }
}
