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

  /**
   * Counts one wrong guess.
   * @param now milliseconds of a clock that only goes forward: the time of day may be set
   * @returns false if there have been too many
   */
  allows(now: number): boolean {
    const elapsed = Math.max(0, now - (this.#filledAt ?? now))
    this.#tokens = Math.min(this.capacity, this.#tokens + (elapsed / this.refillMs) * this.capacity)
    // Never back: what has been filled in would be filled in again.
    this.#filledAt = Math.max(this.#filledAt ?? now, now)
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
