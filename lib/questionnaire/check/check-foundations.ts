/** Foundations (R3): level and factor agree on them, and nobody can step around one by „Trifft nicht zu“. */
import type { ContentParts } from '../content-parts'
import type { Problem } from './problem'

/** Foundations marked on one side only, or that may be left out. */
export function checkFoundations(parts: ContentParts): Problem[] {
  const { levels } = parts.questionnaire.value
  const listed = new Set(levels.flatMap((level) => level.foundations.map(({ factor }) => factor)))
  return parts.factors.flatMap(({ file, value: factor }): Problem[] => {
    const values = { key: factor.id }
    if (factor.foundation !== listed.has(factor.id)) return [{ file, path: ['foundation'], code: 'foundation-mismatch', values }]
    if (!factor.foundation) return []
    const reasons = factor.questions.flatMap(({ notApplicable }, index): Problem[] =>
      notApplicable.length > 0
        ? [{ file, path: ['questions', index, 'notApplicable'], code: 'foundation-not-applicable', values }]
        : [],
    )
    return factor.appliesWhen ? [...reasons, { file, path: ['appliesWhen'], code: 'foundation-not-applicable', values }] : reasons
  })
}
