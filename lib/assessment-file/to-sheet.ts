/** Turns a coded answer file into what the pure core works on. */
import type { Answer, Answers, Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { ReportDetails } from '../report/types'
import type { AssessmentFile } from './schema'

/** The one place of a file: its id in figures and JSON. */
export const filePlaceId = 'quartier'

type FileAnswer = AssessmentFile['answers'][string]

function toAnswer(answer: FileAnswer): Answer {
  switch (answer.state) {
    case 'answered':
      return { state: 'answered', value: answer.value as 0 | 1 | 2 | 3 | 4 }
    case 'not_applicable':
      return { state: 'not_applicable', reason: answer.reason }
    default:
      return { state: answer.state }
  }
}

const isPlaceQuestion = (questionnaire: Questionnaire, questionId: string) =>
  questionnaire.factorOfQuestion.get(questionId)?.subject === 'quartier'

/** Gives the sheet; answers about the Quartier go to its one place. */
export function fileToSheet(questionnaire: Questionnaire, file: AssessmentFile): Sheet {
  const kommune: Record<string, Answer> = {}
  const place: Record<string, Answer> = {}
  for (const [questionId, answer] of Object.entries(file.answers)) {
    const target = isPlaceQuestion(questionnaire, questionId) ? place : kommune
    target[questionId] = toAnswer(answer)
  }
  return {
    mode: file.mode,
    profile: file.profile,
    challenges: file.challenges,
    kommune: kommune satisfies Answers,
    places: [{ id: filePlaceId, name: file.quartier.name, answers: place }],
  }
}

/** Gives comments and „Zu klären mit …“ in the shape the report takes. */
export function fileNotes(questionnaire: Questionnaire, file: AssessmentFile): ReportDetails['notes'] {
  return Object.fromEntries(
    Object.entries(file.answers).map(([questionId, { comment, clarify }]) => [
      `${isPlaceQuestion(questionnaire, questionId) ? filePlaceId : 'kommune'}/${questionId}`,
      { comment: comment ?? '', clarifyWith: clarify ?? '' },
    ]),
  )
}
