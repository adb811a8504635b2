/** What a picture from outside may cost. Messages, pages and tests read these numbers. */
export const pictureLimits = {
  /** Bytes of an uploaded file: a coat of arms in print quality takes 20 to 100 KB. */
  file: 200 * 1024,
  /**
   * Bytes of what is stored. Some programs pack tighter than zlib does; what they made fits all the same. A saved
   * „Arbeitsstand“ holds what was stored, so its picture may have as many.
   */
  stored: 256 * 1024,
  /** Pixels on a side: on the cover the picture is three centimetres wide, 1,000 are more than any printer shows there. */
  side: 1_000,
  /** Bits of a channel; no printer and no screen shows more. */
  depth: 8,
  /** Milliseconds for one picture. A coat of arms takes 0.1 to 0.5 seconds, one made to take long 2 to 4. */
  time: 15_000,
  /** Megabytes of JavaScript heap for one picture. Pixels lie outside the heap: `side` is what limits them, to some 30 MB. */
  memory: 64,
  /** Pictures at once: one leaves a core for everybody else. */
  running: 1,
  /** Pictures that wait for their turn; whoever comes after that is asked to try again. */
  waiting: 8,
  /** Of these only for people who are signed in. */
  waitingForMembers: 2,
  /** Running and waiting for one person or one browser. */
  each: 2,
  /** The same for all browsers that have no key yet together: somebody loads a saved „Arbeitsstand“ on a first visit. */
  withoutKey: 4,
} as const
