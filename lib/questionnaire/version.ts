/** Numbers of questionnaire versions. */
import { z } from 'zod'

export const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/)

/**
 * Orders versions by their numbers: 1.9.0 comes before 1.10.0.
 * @param a well-formed, as `versionSchema` has it; so is `b`
 * @returns negative if `a` comes first, 0 if both are the same
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at === -1 ? 0 : left[at]! - right[at]!
}
