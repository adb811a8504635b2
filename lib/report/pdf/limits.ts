/** What a PDF may cost, and how many may be under way. */
import { availableParallelism } from 'node:os'

export const pdfLimits = {
  /**
   * Milliseconds for one PDF. The longest legal report needs 12 s on a machine of two cores that does nothing else (right-to-left
   * script in all comments and reasons at their limits), one of Latin script 5 s, an ordinary one 2 s; four times the longest.
   */
  time: 48_000,
  /** Megabytes of JavaScript heap for one PDF; an ordinary report needs about 100, the longest legal one less than 400. */
  memory: 512,
  /** Rendered at once: a core is left for saving answers. */
  running: Math.max(1, Math.min(2, availableParallelism() - 1)),
  /** Waiting at most; whoever comes after that is turned away at once. */
  waiting: 12,
  /** Of these only for people who are signed in: a rush without accounts does not keep a town from its report. */
  waitingForMembers: 4,
  /** Running and waiting for one person or one browser; a second one is for the other edition. */
  each: 2,
  /** The same for all browsers without an account at one network address: a workshop shares one. */
  eachAddress: 6,
  /** Different files that are rendered for everybody, once each: the example report and the blank questionnaire, whole and by level. */
  shared: 5,
  /** Seconds after which whoever was turned away may ask again. */
  retryAfter: 30,
} as const
