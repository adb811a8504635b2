/** Lets a few jobs run at once and a few more wait; whoever comes after that is turned away at once. */
export interface WorkerQueue {
  /** Runs a job when its turn comes. @throws whatever `full` makes if too many are waiting already */
  run<T>(job: () => Promise<T>): Promise<T>
}

export function createWorkerQueue(options: { readonly running: number; readonly waiting: number; full(): Error }): WorkerQueue {
  const waiting: (() => void)[] = []
  let running = 0

  return {
    async run(job) {
      if (running >= options.running) {
        if (waiting.length >= options.waiting) throw options.full()
        // The place is handed over by whoever ends, so it is counted already.
        await new Promise<void>((turn) => waiting.push(turn))
      } else {
        running += 1
      }
      try {
        return await job()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
