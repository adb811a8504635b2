/** Rule 9: no feature is used twice in the instrument, or one piece of practice would count twice. */
import type { ContentParts } from '../content-parts'
import type { Problem } from './problem'

/** Letters and numbers only: case, punctuation and spaces make no other text. */
export const normalised = (text: string) =>
  text
    .toLocaleLowerCase('de')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Equal feature texts on rungs 1–4; rung 0 names an absence. */
export function checkFeatures(parts: ContentParts): Problem[] {
  const first = new Map<string, string>()
  return parts.factors.flatMap(({ file, value }) =>
    value.questions.flatMap((question, at) =>
      Object.entries(question.features).flatMap(([rung, text]): Problem[] => {
        if (rung === '0') return []
        const other = first.get(normalised(text))
        if (other === undefined) {
          first.set(normalised(text), question.id)
          return []
        }
        return [{ file, path: ['questions', at, 'features', rung], code: 'feature-twice', values: { key: text, other } }]
      }),
    ),
  )
}
