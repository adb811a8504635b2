/** Nobody waits in the queue any more: it is full. */
export class TurnsFull extends Error {}

/** Lets pieces of work happen a few at a time. Those of one kind go ahead of the others, and a crowd of these cannot keep them out. */
export class Turns {
  #busy = 0
  readonly #ahead: (() => void)[] = []
  readonly #behind: (() => void)[] = []

  /**
   * @param atOnce how many happen at the same time
   * @param waiting how many of each kind may wait
   */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /**
   * Does a piece of work as soon as it is its turn.
   * @param ahead true to go ahead of those that are not
   * @throws TurnsFull at once if too many of its kind are waiting
   */
  async take<T>(work: () => Promise<T>, { ahead }: { readonly ahead: boolean }): Promise<T> {
    const queue = ahead ? this.#ahead : this.#behind
    if (this.#busy < this.atOnce) this.#busy += 1
    else {
      if (queue.length >= this.waiting) throw new TurnsFull()
      // Whoever ends hands the turn over: nobody slips in between.
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = this.#ahead.shift() ?? this.#behind.shift()
      if (next) next()
      else this.#busy -= 1
    }
  }
}
