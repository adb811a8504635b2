import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { BudgetLimits } from './limits'

/** Who uses something. */
export interface Spender {
  /** Of the client; null where it cannot be known: then only what all share is counted. */
  readonly address: string | null
  /** The person who is signed in, or null. */
  readonly userId: string | null
}

/** What somebody may use in a stretch of time. In memory, and bounded: each entry has taken its part of what all share. */
export class Budget {
  readonly #each: RateLimiterMemory
  readonly #all: RateLimiterMemory

  constructor({ minutes, each, all }: BudgetLimits) {
    const duration = minutes * 60
    this.#each = new RateLimiterMemory({ points: each, duration })
    this.#all = new RateLimiterMemory({ points: all, duration })
  }

  /**
   * Uses some of it. Whoever has none left takes nothing from the others.
   * @returns null, or in how many seconds there is more
   */
  async spend({ address, userId }: Spender, points = 1): Promise<number | null> {
    const own = userId !== null ? `person:${userId}` : address === null ? null : `address:${address}`
    const spent = own === null ? null : await this.#each.get(own)
    if (spent && spent.consumedPoints + points > this.#each.points) return seconds(spent)
    const shared = userId !== null ? 'members' : 'others'
    try {
      await this.#all.consume(shared, points)
    } catch (refused) {
      return seconds(refused as RateLimiterRes)
    }
    if (own !== null) await this.#each.penalty(own, points)
    return null
  }

  /** Gives of how many addresses and people something is remembered. */
  remembered(): number {
    return this.#each.dump().storage.length
  }
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
