/** What may be stored as text. Nothing is stripped in silence: text is taken as it is or refused with a reason. */
import type { FieldError } from '../errors'
import { inputLimits } from '../input/limits'
import { countLines } from './line-count'

/**
 * Characters that make a text unreadable, or mean something else than they show: NUL and other controls except tab and line
 * break, direction overrides and isolates, halves of surrogate pairs, non-characters.
 */
const refused =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
/** Unicode has line breaks of its own, which a word processor may paste. */
const refusedInOneLine = new RegExp(`[\\n\\t\\u2028\\u2029]|${refused.source}`)

/** Putting a run of accents into their order takes steps in the square of its length; no language has long ones. */
function longRunOfMarks(text: string): number {
  const { marksInARow } = inputLimits
  for (const { 0: run, index } of text.matchAll(/\p{M}+/gu)) {
    if (run.length > marksInARow && [...run].length > marksInARow) return index
  }
  return -1
}

/**
 * What somebody sees: a letter, a digit, a sign. Blanks of no width and marks without a letter are nothing, and neither are
 * letters and signs that print no ink: fillers (Hangul), the empty Braille pattern, the notehead of no note, blanks of hieroglyphs.
 */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\u{13441}\u{13442}])[\p{L}\p{N}\p{P}\p{S}]/u

/** True for a text in which nothing can be seen: no reason for anything. */
export const isBlank = (text: string): boolean => !visible.test(text)

export type TextRule = {
  /** Most characters, counted as browsers count `maxlength` (UTF-16 units). */
  readonly limit: number
} & (
  | {
      /** Line breaks and tabs are refused and surrounding blanks removed; a line in which nothing can be seen is empty. */
      readonly oneLine: true
    }
  | {
      readonly oneLine?: false
      /** Most lines. Every text of several lines says so, because each line takes room on paper. */
      readonly lines: number
    }
)

export type CheckedText = { readonly text: string } | { readonly error: Pick<FieldError, 'code' | 'values'> }

/**
 * Brings a text into its stored form: Unicode NFC, line breaks as LF.
 * @returns the text, or why it is refused: `bad-characters` with the position (from 1), `text-too-long` or `too-many-lines` with the
 *   limit
 */
export function checkText(given: string, rule: TextRule): CheckedText {
  const { limit, oneLine = false } = rule
  const lines = given.replace(/\r\n?/g, '\n')
  const candidate = oneLine ? lines.trim() : lines
  const found = candidate.search(oneLine ? refusedInOneLine : refused)
  const position = found >= 0 ? found : longRunOfMarks(candidate)
  if (position >= 0) return { error: { code: 'bad-characters', values: { position: position + 1 } } }
  const text = oneLine && isBlank(candidate) ? '' : candidate.normalize('NFC')
  if (text.length > limit) return { error: { code: 'text-too-long', values: { limit } } }
  if (!rule.oneLine && countLines(text) > rule.lines) return { error: { code: 'too-many-lines', values: { limit: rule.lines } } }
  return { text }
}
