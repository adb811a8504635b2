/** Empties the write-ahead log, and tries again while another process reads: what was deleted must not stay in it. */

const second = 1_000
/** The first pause between tries, and the longest: each is twice the one before. */
const pauses = { first: second, longest: 60 * second }
/** Tries after which the operator is told, once until it has worked: about ten minutes. A backup takes seconds. */
const triesUntilTold = 15

export interface LogEmptierPorts {
  /** Tries once; false if another process is reading. */
  readonly attempt: () => Promise<boolean>
  /** It takes long. */
  readonly tell: () => void
}

export class LogEmptier {
  #timer: ReturnType<typeof setTimeout> | null = null
  #failures = 0
  #stopped = false

  constructor(private readonly ports: LogEmptierPorts) {}

  /**
   * Empties the log now, or else later, without anybody asking again.
   * @returns false if it is still to be done
   */
  async empty(): Promise<boolean> {
    if (await this.#attempt()) {
      this.#failures = 0
      this.#cancel()
      return true
    }
    this.#failures += 1
    if (this.#failures === triesUntilTold) this.ports.tell()
    this.#later()
    return false
  }

  /** True if it is still to be done. */
  get pending(): boolean {
    return this.#timer !== null
  }

  /** Tries no more: the database is being closed. */
  stop(): void {
    this.#stopped = true
    this.#cancel()
  }

  /** A failure, e.g. a full disk, is one more reason to try again; saves meet it too, and tell it. */
  async #attempt(): Promise<boolean> {
    try {
      return await this.ports.attempt()
    } catch {
      return false
    }
  }

  #later(): void {
    if (this.#stopped || this.#timer !== null) return
    const pause = Math.min(pauses.first * 2 ** (this.#failures - 1), pauses.longest)
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#stopped) void this.empty()
    }, pause)
    // Not a reason to keep a stopped server alive: the next start empties the log.
    this.#timer.unref()
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
