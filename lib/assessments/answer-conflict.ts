/**
 * Who wins when one answer is saved twice. Each field carries the version it was shown with; nothing that somebody else
 * wrote in the meantime is overwritten, and no form ever conflicts with its own earlier saves.
 */

/** What of an answer a user can change. */
export interface AnswerContent {
  readonly state: 'answered' | 'unknown' | 'not_applicable' | 'open'
  readonly value: number | null
  readonly reason: string | null
  readonly comment: string
  readonly clarifyWith: string
}

export const emptyContent: AnswerContent = { state: 'open', value: null, reason: null, comment: '', clarifyWith: '' }

/** A stored answer with the form that wrote it last, and that form's count of its saves. */
export interface StoredContent extends AnswerContent {
  readonly version: number
  readonly formId: string
  readonly seq: number
}

/** The change that made `version`, with what was there before. */
export interface ContentChange {
  readonly version: number
  readonly formId: string
  readonly before: AnswerContent
}

export interface SubmittedContent {
  readonly content: AnswerContent
  /** The version the field was shown with; 0: it was empty. */
  readonly shown: number
  readonly formId: string
  /** Rises with each save of one form; null from a form without scripts, which is always the newest. */
  readonly seq: number | null
}

/**
 * - `same`: stored already · `write`: take the submitted one
 * - `kept`: unchanged here, newer there: the stored one stays
 * - `superseded`: a later save of the same form was faster
 * - `conflict`: changed here and there · `wrong-version`: shown with a version that never existed
 */
export type Verdict = 'same' | 'write' | 'kept' | 'superseded' | 'conflict' | 'wrong-version'

export function sameContent(a: AnswerContent, b: AnswerContent): boolean {
  return (
    a.state === b.state &&
    a.value === b.value &&
    a.reason === b.reason &&
    a.comment === b.comment &&
    a.clarifyWith === b.clarifyWith
  )
}

/**
 * Decides about one answer.
 * @param stored null if it was never saved
 * @param changesSince gives the changes with a version above the given one, in order; called only when it matters
 */
export function judge(
  stored: StoredContent | null,
  submitted: SubmittedContent,
  changesSince: (version: number) => readonly ContentChange[],
): Verdict {
  const { content, shown, formId, seq } = submitted
  const version = stored?.version ?? 0
  if (shown > version) return 'wrong-version'
  if (sameContent(content, stored ?? emptyContent)) return 'same'
  if (!stored) return 'write'
  if (seq !== null && stored.formId === formId && seq <= stored.seq) return 'superseded'
  if (shown === version) return 'write'
  const changes = changesSince(shown)
  // What was shown is so long ago that not every change since then is known: both are shown rather than one overwritten.
  if (changes.length < version - shown) return 'conflict'
  const own = changes.every((change) => change.formId === formId)
  // Counted as later than all its own saves: also a return to what was first shown is meant.
  if (own && seq !== null) return 'write'
  const first = changes[0]
  // What came before the first change since then is what was shown.
  if (first && sameContent(content, first.before)) return 'kept'
  return own ? 'write' : 'conflict'
}
