/** Which questions count for a town (R1). Reads the profile and the mode, never an answer (R7). */
import type { Mode, Profile, Questionnaire } from './questionnaire'
import type { Factor, Question } from './schema'

/**
 * True unless the profile says that the factor cannot apply, e.g. `landkreis` for a kreisfreie Stadt.
 * A field that is not filled in leaves nothing out.
 */
export function factorApplies(factor: Pick<Factor, 'appliesWhen'>, profile: Profile): boolean {
  if (!factor.appliesWhen) return true
  const { field, notIn } = factor.appliesWhen
  const given = profile[field]
  const values: readonly unknown[] = Array.isArray(given) ? given : [given]
  return !values.some((value) => notIn.includes(value as string))
}

/** Gives why a question does not count: `profile`, `mode` (the Schnellcheck asks key questions only), or null if it counts. */
export function leftOutBy(factor: Factor, question: Question, profile: Profile, mode: Mode): 'profile' | 'mode' | null {
  if (!factorApplies(factor, profile)) return 'profile'
  return mode === 'schnell' && question.role !== 'key' ? 'mode' : null
}

/** Gives the questions to be asked, in the order of the instrument. */
export function applicableQuestions(questionnaire: Questionnaire, profile: Profile, mode: Mode): readonly Question[] {
  return questionnaire.factors.flatMap((factor) =>
    factor.questions.filter((question) => leftOutBy(factor, question, profile, mode) === null),
  )
}
