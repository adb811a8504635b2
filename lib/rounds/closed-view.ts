/** A closed round as the pages and the report see it: what the snapshot says, whatever the tables hold. */
import type { AssessmentView, StoredAnswer } from '../assessments/types'
import type { Snapshot } from './snapshot'
import { sheetAnswer } from './snapshot'

const toStored = (answer: Snapshot['answers'][number]): StoredAnswer => ({
  answer: sheetAnswer(answer),
  subject: answer.subject,
  comment: answer.comment,
  clarifyWith: answer.clarifyWith,
  version: 0,
  updatedAt: null,
  carried: null,
})

/**
 * Gives a round as it was closed.
 * @param view the round as it is now; taken from it is only what a snapshot does not hold (dates, coat of arms, Aktenzeichen)
 */
export function viewOfSnapshot(view: AssessmentView, snapshot: Snapshot): AssessmentView {
  const { questionnaire, round, mode, profile, challenges, place, answers, decisions, agreedOn, answeredBy } = snapshot
  return {
    ...view,
    round: view.round && { ...view.round, ...round, status: 'abgeschlossen' },
    mode,
    questionnaireId: questionnaire.id,
    questionnaireVersion: questionnaire.version,
    profile,
    challenges,
    place,
    answers: Object.fromEntries(answers.map((answer) => [answer.questionId, toStored(answer)])),
    decisions: Object.fromEntries(
      decisions.map(({ measureId, decision, reason }) => [measureId, { decision, reason, version: 1 }]),
    ),
    details: { ...view.details, agreedOn, answeredBy },
  }
}
