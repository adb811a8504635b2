import { hashSecret } from '../assessments/secret'
import type { Pace } from './limits'

interface Count {
  wrong: number
  /** Of the last wrong one. */
  at: number
  /** From when on one is forgotten in each `forgetOneAfter`. */
  since: number
}

/** Wrong attempts of one kind, by name. Times are those of a clock that only goes forward. Kept in memory as hashes; a restart forgets. */
export class AttemptCounts {
  readonly #counts = new Map<string, Count>()

  constructor(
    private readonly pace: Pace,
    private readonly most: number,
  ) {}

  #current(name: string, now: number): Count {
    const count = this.#counts.get(name) ?? { wrong: 0, at: now, since: now }
    const forgotten = Math.max(0, Math.floor((now - count.since) / this.pace.forgetOneAfter))
    const wrong = Math.max(0, count.wrong - forgotten)
    return { ...count, wrong, since: wrong === 0 ? now : count.since + forgotten * this.pace.forgetOneAfter }
  }

  /** Gives how long until the next attempt is compared; 0 if it is now. */
  wait(name: readonly string[], now: number): number {
    const { free, first, most } = this.pace
    const count = this.#counts.get(keyOf(name))
    if (!count || count.wrong < free) return 0
    const delay = Math.min(most, first * 2 ** (count.wrong - free))
    return Math.min(delay, Math.max(0, count.at + delay - now))
  }

  /** True if the free attempts are used up. */
  spent(name: readonly string[], now: number): boolean {
    return this.#current(keyOf(name), now).wrong >= this.pace.free
  }

  /** Notes an attempt as wrong. */
  add(name: readonly string[], now: number): void {
    const key = keyOf(name)
    const count = this.#current(key, now)
    // The map keeps the order of insertion: who was wrong longest ago goes first.
    this.#counts.delete(key)
    this.#counts.set(key, { ...count, wrong: count.wrong + 1, at: now })
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > this.most && oldest !== undefined) this.#counts.delete(oldest)
  }

  /** Takes one attempt back. */
  takeBack(name: readonly string[]): void {
    const count = this.#counts.get(keyOf(name))
    if (count) count.wrong = Math.max(0, count.wrong - 1)
  }

  /** Forgets all attempts of a name, and of every longer one that begins with it. */
  forget(name: readonly string[]): void {
    const key = keyOf(name)
    for (const other of this.#counts.keys()) if (other === key || other.startsWith(`${key} `)) this.#counts.delete(other)
  }
}

const keyOf = (name: readonly string[]) => name.map(hashSecret).join(' ')
