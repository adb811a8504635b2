/** How often, how many and how long, for accounts. The messages and the tests read the same numbers. */
const second = 1000
const minute = 60 * second

/** How wrong attempts of one kind are slowed down; times in milliseconds. */
export interface Pace {
  /** Wrong attempts that are answered without waiting. */
  readonly free: number
  /** The wait after the last free one; it doubles with each further wrong attempt … */
  readonly first: number
  /** … up to this, and never beyond. */
  readonly most: number
  /** One wrong attempt is forgotten in each such time. Not shorter than `most`, or the longest wait would never last. */
  readonly forgetOneAfter: number
}

export const accountLimits = {
  /** Wrong attempts at one account from one client address: a person who mistypes, or somebody who knows the e-mail address. */
  atAccountFromAddress: { free: 10, first: 15 * second, most: 15 * minute, forgetOneAfter: 15 * minute },
  /**
   * At one account from wherever. Strangers can bring this about, so the longest wait is shorter; twelve guesses an hour are far
   * below what OWASP ASVS 4.0.3 (2.2.1) still allows, 100. More are free than one address uses up before it is slow itself.
   */
  atAccount: { free: 30, first: 15 * second, most: 5 * minute, forgetOneAfter: 5 * minute },
  /** From one address at any account: a town hall shares one, many people may mistype in one morning. */
  fromAddress: { free: 60, first: 5 * second, most: minute, forgetOneAfter: minute },
  /** From a browser in which this person has signed in before. After the free ones it counts as any other browser. */
  fromKnownBrowser: { free: 10, first: 0, most: 0, forgetOneAfter: 15 * minute },
  /** Entries of each of these kinds; beyond, the one that was wrong longest ago is forgotten. Names that do not exist must not fill the memory. */
  countsOfAKind: 10_000,
  /** People who share a PC and are known to it; a further one takes the place of who signed in longest ago. */
  marksOfABrowser: 5,
  /** A browser keeps no cookie longer than 400 days. Each login begins them anew. */
  markDays: 400,
  /** Passwords hashed at the same time: each takes a core and 32 MB for a moment, and saves need room beside them. */
  hashingAtOnce: 2,
  /** Waiting for that, of each of two kinds (known and strangers); a second or two at most. Beyond, one is asked to come back. */
  hashingWaiting: 30,
  /** When to come back then. */
  hashingRetryAfter: 5 * second,
  /** A session or its last use further in the future than this comes from a clock that was wrong: it is over. */
  clockTolerance: 10 * minute,
} as const satisfies Record<string, Pace | number>
