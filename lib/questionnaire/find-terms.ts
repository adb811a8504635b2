/** Which glossary terms occur in a text, so that the page can explain them in place. */
import type { GlossaryTerm } from './schema'

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A spelling as a whole word: „Rat“ is not in „Beratung“. Letters include umlauts, so `\b` does not do. */
const occurs = (form: string, text: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escape(form)}(?![\\p{L}\\p{N}])`, 'u').test(text)

/**
 * Finds the terms whose spellings (`forms`) occur in the texts as whole words, in the order of the glossary.
 * @param texts what stands on the page, e.g. stem, help and options of a question
 */
export function findTerms(glossary: readonly GlossaryTerm[], texts: readonly string[]): readonly GlossaryTerm[] {
  return glossary.filter(({ forms }) => forms.some((form) => texts.some((text) => occurs(form, text))))
}
