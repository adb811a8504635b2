/** How far an assessment has come, whether or not this installation has its questionnaire. */
import { applicableQuestions } from '../questionnaire/applicability'
import { findQuestionnaire } from './content'
import type { AssessmentView, HowFar } from './types'

/** Counts the answers of an assessment: of the questions that apply to it, or all there are if its questionnaire is missing. */
export function howFar(view: AssessmentView): HowFar {
  const isHandled = (id: string) => (view.answers[id]?.answer.state ?? 'open') !== 'open'
  const questionnaire = findQuestionnaire(view)
  if (questionnaire === null) return { answered: Object.keys(view.answers).filter(isHandled).length, total: null }
  const asked = applicableQuestions(questionnaire, view.profile, view.mode)
  return { answered: asked.filter(({ id }) => isHandled(id)).length, total: asked.length }
}
