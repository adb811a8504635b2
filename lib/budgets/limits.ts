/**
 * How much of the server one visitor may use, and how much all may use together. A town hall shares one address, and a workshop
 * of sixty people begins sixty checks within minutes: that must work. Whoever is signed in counts by person, and what all signed
 * in people may use is theirs alone: strangers cannot use it up.
 */
import { inputLimits } from '../input/limits'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

export interface BudgetLimits {
  /** After this time what was used is forgotten. */
  readonly minutes: number
  /** Most for one address, and for one person who is signed in. */
  readonly each: number
  /** Most for all addresses together, and once more for all people who are signed in. */
  readonly all: number
}

/** What may be asked for in a stretch of time. In memory: a restart forgets. */
export const budgetLimits = {
  /** Checks begun without an account: five workshops an hour behind one address. */
  start: { minutes: 60, each: 300, all: 2_000 },
  /** State files loaded: also a workshop in which everybody loads the same one, twice. */
  import: { minutes: 60, each: 120, all: 400 },
  /** Bytes of state files; the largest that holds a whole check with a coat of arms is below 700 KB. */
  'import-bytes': { minutes: 60, each: 60 * megabyte, all: 150 * megabyte },
  /** Refused forms kept: each is a write. */
  kept: { minutes: 10, each: 600, all: 2_000 },
} as const satisfies Record<string, BudgetLimits>

export type BudgetName = keyof typeof budgetLimits

/** Whose room a refused form takes: of a browser that opens nothing, of one that opens a check, of somebody who is signed in. */
export type KeptShare = 'stranger' | 'check' | 'member'

/** How much of refused forms is kept at one time, in the database. Nobody's share is used up by others. */
export const keptLimits = {
  /** A row counts at least as much as it takes in the file. */
  rowBytes: 4 * kilobyte,
  /** Of one browser; the oldest make room for a new one. */
  perKey: { forms: 40, bytes: megabyte },
  shares: {
    // Login, codes, a new account, and the longest question form of somebody whose session is over.
    stranger: { form: 64 * kilobyte, all: 20 * megabyte },
    // Whatever a form may hold: a text that is too long is never lost. Twice, because quotation marks and line ends are written with two characters.
    check: { form: 2 * inputLimits.formBody, all: 100 * megabyte },
    member: { form: 2 * inputLimits.formBody, all: 100 * megabyte },
  },
} as const satisfies {
  rowBytes: number
  perKey: { forms: number; bytes: number }
  shares: Record<KeptShare, { form: number; all: number }>
}
