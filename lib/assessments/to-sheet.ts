import type { Answer, Sheet } from '../questionnaire/questionnaire'
import type { SubjectKind } from '../questionnaire/schema'
import type { AssessmentView } from './types'

/**
 * Turns a stored assessment into the sheet of the pure core. There is always one Quartier; its name is empty until the user
 * has given one.
 */
export function toSheet(view: AssessmentView): Sheet {
  const answersOf = (subject: SubjectKind): Record<string, Answer> =>
    Object.fromEntries(
      Object.entries(view.answers)
        .filter(([, stored]) => stored.subject === subject)
        .map(([id, stored]) => [id, stored.answer]),
    )
  return {
    mode: view.mode,
    profile: view.profile,
    challenges: view.challenges,
    kommune: answersOf('kommune'),
    places: [{ id: view.place?.id ?? 'quartier', name: view.place?.name ?? '', answers: answersOf('quartier') }],
  }
}
