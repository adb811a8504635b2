import { pictureLimits } from '../pictures/limits'

/** How much fits where. The messages and the input fields state the same numbers. */
export const limits = {
  comment: 4_000,
  clarifyWith: 200,
  name: 120,
  label: 500,
  source: 200,
  reason: 1_000,
  /**
   * Lines of a comment and of a reason. A whole comment of ordinary lines has 60, a whole reason 15. Without a limit 46 comments
   * and 73 reasons of nothing but line breaks would make a report of thousands of pages, which no server can render in time.
   */
  commentLines: 100,
  reasonLines: 40,
  fileReference: 120,
  roles: 20,
  /** Earlier versions of one answer: the newest all; older ones only where another form began to write; and no more than so many. */
  history: { whole: 100, atMost: 300, lookEvery: 50 },
  /** Bytes. */
  stateFile: 2 * 1024 * 1024,
  coatOfArms: pictureLimits.file,
  /** A picture with what a form wraps around it. */
  upload: 256 * 1024,
} as const
