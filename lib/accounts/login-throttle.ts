import { AttemptCounts } from './attempt-counts'
import { accountLimits } from './limits'

/** Who tries a password, as far as a server can tell. */
export interface Attempt {
  /** Whose password it is said to be, e.g. an e-mail address; there need not be such an account. */
  readonly account: string
  /** Of the client; null where it is not known: all of those are then one. */
  readonly address: string | null
  /** The mark of a browser in which this person has signed in before (device-mark.ts); null for any other. */
  readonly mark: string | null
}

/** An attempt that is compared now. It counts as wrong until one of these is called. */
export interface Begun {
  /** It was right. */
  readonly succeeded: () => void
  /** It told nothing about the password. */
  readonly takeBack: () => void
}

/**
 * Slows down whoever guesses passwords, and nobody for ever: after some free attempts the next one is compared only after a wait
 * that doubles up to a limit (docs/adr/0017). Asked before any password is compared, because comparing is what costs, and because
 * many at once would otherwise be a way around it. An attempt within a wait counts nowhere, so that it does not prolong it.
 *
 * Counted for each account and address, each account, and each address. A browser in which the person has signed in before is
 * counted for itself alone: strangers cannot slow it down (OWASP, „Slow Down Online Guessing Attacks with Device Cookies“).
 */
export class LoginThrottle {
  readonly #fromKnown = new AttemptCounts(accountLimits.fromKnownBrowser, accountLimits.countsOfAKind)
  readonly #atAccountFrom = new AttemptCounts(accountLimits.atAccountFromAddress, accountLimits.countsOfAKind)
  readonly #atAccount = new AttemptCounts(accountLimits.atAccount, accountLimits.countsOfAKind)
  readonly #from = new AttemptCounts(accountLimits.fromAddress, accountLimits.countsOfAKind)

  /** True if the browser has attempts of its own left. */
  isKnown({ mark }: Attempt, now: number): boolean {
    return mark !== null && !this.#fromKnown.spent([mark], now)
  }

  /**
   * Asks before an attempt, and counts it if it may be compared.
   * @param now milliseconds of a clock that only goes forward: the time of day may be set
   * @returns how many milliseconds to wait, or the attempt that has begun
   */
  begin(attempt: Attempt, now: number): { readonly wait: number } | Begun {
    const { address, mark } = attempt
    const account = attempt.account.trim().toLowerCase()
    if (mark !== null && this.isKnown(attempt, now)) {
      this.#fromKnown.add([mark], now)
      return { succeeded: () => this.#fromKnown.forget([mark]), takeBack: () => this.#fromKnown.takeBack([mark]) }
    }
    const place = [account, address ?? '']
    const counted: (readonly [AttemptCounts, readonly string[]])[] = [
      [this.#atAccountFrom, place],
      [this.#atAccount, [account]],
      ...(address === null ? [] : [[this.#from, [address]] as const]),
    ]
    const wait = Math.max(...counted.map(([counts, name]) => counts.wait(name, now)))
    if (wait > 0) return { wait }
    for (const [counts, name] of counted) counts.add(name, now)
    const takeBack = () => counted.forEach(([counts, name]) => counts.takeBack(name))
    const succeeded = () => {
      takeBack()
      // Not those from elsewhere: whoever guesses there does not begin anew because the person has signed in here.
      this.#atAccountFrom.forget(place)
    }
    return { succeeded, takeBack }
  }

  /** Forgets the wrong attempts at an account, from wherever: whoever has it now has proved it in another way. */
  forget(account: string): void {
    const name = account.trim().toLowerCase()
    this.#atAccountFrom.forget([name])
    this.#atAccount.forget([name])
  }
}
