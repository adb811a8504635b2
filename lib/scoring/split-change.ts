/** Splits the change of a value into practice, knowledge and content; the parts add up to it exactly (V2, V3). */
import type Fraction from 'fraction.js'

/** The value of one figure in one round, over fewer and fewer questions. Each 0–100. */
export interface ComparedValues {
  /** Over everything the round counts (R2); null if not assessable. */
  readonly value: Fraction | null
  /** Over the questions both versions ask alike, whatever was answered in the other round; null if nothing is left. */
  readonly common: Fraction | null
  /** Over the questions answered in both rounds; null if nothing is left. */
  readonly comparable: Fraction | null
}

/** Parts of a change, −100 to 100 each. practice + known + content = total. */
export interface ChangeParts {
  readonly total: Fraction
  /** The same questions, answered both times, are answered differently. */
  readonly practice: Fraction
  /** Something is newly known, no longer known, or applies or no longer applies. */
  readonly known: Fraction
  /** The questionnaire asks something else. */
  readonly content: Fraction
}

/**
 * Splits value after − value before (V2).
 * @returns null if one of the two values is missing: then nothing has changed that could be measured
 */
export function splitChange(before: ComparedValues, after: ComparedValues): ChangeParts | null {
  if (!before.value || !after.value) return null
  const total = after.value.sub(before.value)
  const zero = total.sub(total)
  // Without common questions there is nothing to hold the rest against: all of it may come from the questionnaire.
  if (!before.common || !after.common) return { total, practice: zero, known: zero, content: total }
  const overCommon = after.common.sub(before.common)
  const practice = before.comparable && after.comparable ? after.comparable.sub(before.comparable) : zero
  return { total, practice, known: overCommon.sub(practice), content: total.sub(overCommon) }
}
