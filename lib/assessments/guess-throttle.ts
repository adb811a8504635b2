/**
 * Counts wrong codes, for the whole process and not per address: addresses can be forged, and a town hall shares one.
 * A right code is never refused, so nobody can lock others out.
 */
export class GuessThrottle {
  #tokens: number
  #filledAt: number | null = null

  /**
   * @param capacity wrong guesses that are answered at once
   * @param refillMs time in which an empty throttle becomes full again
   */
  constructor(
    private readonly capacity: number,
    private readonly refillMs: number,
  ) {
    this.#tokens = capacity
  }

  /** Counts one wrong guess. @returns false if there have been too many */
  allows(now: Date): boolean {
    const elapsed = Math.max(0, now.getTime() - (this.#filledAt ?? now.getTime()))
    this.#tokens = Math.min(this.capacity, this.#tokens + (elapsed / this.refillMs) * this.capacity)
    this.#filledAt = now.getTime()
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
