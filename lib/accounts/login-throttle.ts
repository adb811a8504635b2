import { hashSecret } from '../assessments/secret'

const minute = 60 * 1000

/** Wrong attempts that are answered before waiting begins, and the time after which they are forgotten. */
const perAccount = { free: 10, forgottenAfter: 15 * minute }
/** A town hall shares one address: many people may mistype in one morning. */
const perAddress = { free: 60, forgottenAfter: 15 * minute }
/** Attempts at accounts that do not exist must not fill the memory. */
const mostEntries = 10_000

interface Count {
  wrong: number
  since: number
}

/**
 * Counts wrong logins per account and, where the operator's proxy tells it, per address. Asked before any password is
 * compared, because comparing is what costs. Kept in memory as hashes; a restart forgets.
 */
export class LoginThrottle {
  readonly #counts = new Map<string, Count>()

  #entries(email: string, address: string | null) {
    const account = { name: hashSecret(`account:${email.trim().toLowerCase()}`), ...perAccount }
    return address === null ? [account] : [account, { name: hashSecret(`address:${address}`), ...perAddress }]
  }

  #current(name: string, forgottenAfter: number, now: Date): Count {
    const count = this.#counts.get(name)
    return count && now.getTime() - count.since < forgottenAfter ? count : { wrong: 0, since: now.getTime() }
  }

  /**
   * Asks before an attempt.
   * @param address of the client as a trusted proxy gives it; null where there is none
   * @returns false if there were too many wrong ones: for this account, also with the right password
   */
  allows(email: string, address: string | null, now: Date): boolean {
    return this.#entries(email, address).every(
      ({ name, free, forgottenAfter }) => this.#current(name, forgottenAfter, now).wrong < free,
    )
  }

  /** Notes an attempt: wrong until it is known to be right. */
  failed(email: string, address: string | null, now: Date): void {
    for (const { name, forgottenAfter } of this.#entries(email, address)) {
      const { wrong, since } = this.#current(name, forgottenAfter, now)
      this.#counts.delete(name)
      this.#counts.set(name, { wrong: wrong + 1, since })
    }
    // The map keeps the order of insertion: the longest untouched go first.
    for (const name of this.#counts.keys()) {
      if (this.#counts.size <= mostEntries) break
      this.#counts.delete(name)
    }
  }

  /** Forgets the wrong attempts of an account after a right one, and this one of its address. */
  succeeded(email: string, address: string | null): void {
    this.takeBack(email, address)
    for (const { name } of this.#entries(email, null)) this.#counts.delete(name)
  }

  /** Takes one attempt back that told nothing about the password. */
  takeBack(email: string, address: string | null): void {
    for (const { name } of this.#entries(email, address)) {
      const count = this.#counts.get(name)
      if (count && count.wrong > 0) count.wrong -= 1
    }
  }
}
