import { answersOfForm } from '@/app/_lib/answers-of-form'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage, nextPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute, refusal } from '@/app/_lib/post-route'
import { toChoice } from '@/lib/assessments/answer-choice'
import { answerField, readSubmittedAnswers } from '@/lib/assessments/parse-answers'
import { answersSchema } from '@/lib/assessments/schema'
import { factorAfter, saveAnswers } from '@/lib/assessments/service'
import { shownAnswer } from '@/lib/assessments/stored-answer'
import { isId } from '@/lib/input/id'
import type { AnswerConflict } from '@/lib/assessments/types'

/** A stored answer as the form sends it. */
const conflictBody = ({ questionId, stored }: AnswerConflict) => {
  const { answer, comment, clarifyWith } = shownAnswer(stored)
  return { questionId, stored: { choice: toChoice(answer), comment, clarifyWith, version: stored.version } }
}

/** Saves the answers of one factor: from the form with „Weiter“, or as JSON while somebody is typing. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }, { fields: { factor } }) =>
    isId(factor) ? { name: `answers:${id}:${factor}`, page: checkPage(id, 'frage', factor) } : null,
  run: async ({ fields }, { actor, now, json, params: { id } }) => {
    const {
      factor,
      formId,
      seq,
      questionnaire,
      next,
      answers: given,
    } = parseFields(answersSchema, json ? fields : answersOfForm(fields))
    const { answers, errors } = readSubmittedAnswers(given)
    const result = await saveAnswers(actor, id, { factor, formId, seq, questionnaire, answers }, now)
    const { versions, superseded, conflicts } = result
    const refused = refusal([
      ...conflicts.map(({ questionId }) => ({ field: answerField(questionId, 'choice'), code: 'conflict' as const })),
      ...errors,
      ...result.errors,
    ])
    const body = { savedAt: result.savedAt.toISOString(), versions, superseded, conflicts: conflicts.map(conflictBody) }
    if (json || refused) return { location: checkPage(id), body, refused }
    const following =
      next === undefined || next === 'next' || next === 'weiter' ? await factorAfter(actor, id, factor, now) : null
    return { location: following ? checkPage(id, 'frage', following) : nextPage(id, next, checkPage(id, 'pruefen')), body }
  },
})
export const GET = methodNotAllowed
