import type { Translate } from '../i18n/translate'

const shown = 5
/** One character can carry marks without end. */
const longest = 8

/**
 * Says which characters a report cannot print, naming the first few; null if it prints all.
 * @param characters each once, in the order in which they occur
 */
export function unprintedText(characters: readonly string[], t: Translate): string | null {
  if (characters.length === 0) return null
  const first = characters.slice(0, shown)
  return t('report.pdf.annex.unprinted', {
    characters: first.map((character) => `„${[...character].slice(0, longest).join('')}“`).join(', '),
    more: characters.length - first.length,
  })
}
