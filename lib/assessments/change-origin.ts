/**
 * Where a change of an answer came from, as its `formId` tells. A rendered form has a random id without a colon (schema.ts), so no
 * form can pass for one of these.
 */

/** A round was begun with the answers of an earlier one. */
export const roundBegun = 'durchgang:'
/** A file with a saved state was loaded. */
export const fileLoaded = 'datei:'

const moved = 'umstellung:'
/** Gives the origin of changes that a move to another version of the questionnaire makes. */
export const movedFrom = (version: string) => `${moved}${version}`

const setAside = 'beiseite:'
/** Gives the origin of a version that lost when two people had changed one answer: it stays in the history only. */
export const setAsideIn = (formId: string) => `${setAside}${formId}`

export type ChangeOrigin =
  { readonly kind: 'saved' | 'begun' | 'loaded' | 'set-aside' } | { readonly kind: 'moved'; readonly from: string }

/** Reads where a change came from. */
export function originOf(formId: string): ChangeOrigin {
  if (formId.startsWith(moved)) return { kind: 'moved', from: formId.slice(moved.length) }
  if (formId.startsWith(setAside)) return { kind: 'set-aside' }
  if (formId === roundBegun) return { kind: 'begun' }
  return { kind: formId === fileLoaded ? 'loaded' : 'saved' }
}

/** What the origin of every move begins with, for looking them up. */
export const anyMove = moved
