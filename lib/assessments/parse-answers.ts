/** Checks submitted answers one by one, so that the valid ones are saved whatever the others are. */
import type { ErrorCode, FieldError } from '../errors'
import type { Answer, Questionnaire } from '../questionnaire/questionnaire'
import type { SubjectKind } from '../questionnaire/schema'
import { readChoice } from './answer-choice'
import { fieldErrors } from './field-errors'
import { submittedAnswerSchema } from './schema'
import type { AnswerSubmission, SubmittedAnswer } from './types'

/** Field names are the same in a form and in an error: `q.raeume-struktur.comment`. */
export const answerField = (questionId: string, part: string) => `q.${questionId}.${part}`

/** Checks the shape of answers that came from outside. */
export function readSubmittedAnswers(given: Readonly<Record<string, unknown>>): {
  answers: Record<string, SubmittedAnswer>
  errors: FieldError[]
} {
  const answers: [string, SubmittedAnswer][] = []
  const errors: FieldError[] = []
  for (const [questionId, raw] of Object.entries(given)) {
    const parsed = submittedAnswerSchema.safeParse(raw, { reportInput: true })
    if (parsed.success) answers.push([questionId, parsed.data])
    else errors.push(...fieldErrors(parsed.error, `q.${questionId.slice(0, 80)}`))
  }
  // Not by assignment: a question called `__proto__` is to be refused by name like any other.
  return { answers: Object.fromEntries(answers), errors }
}

/** A submitted answer that the questionnaire takes. */
export interface ValidAnswer {
  readonly questionId: string
  readonly subject: SubjectKind
  readonly answer: Answer
  readonly submitted: SubmittedAnswer
}

/**
 * Checks answers against the questionnaire.
 * @returns the valid ones, and `unknown-question`, `unknown-option` or `unknown-state` for the others
 */
export function checkAnswers(
  { answers, factor: factorId }: Pick<AnswerSubmission, 'answers' | 'factor'>,
  questionnaire: Questionnaire,
): { valid: ValidAnswer[]; errors: FieldError[] } {
  const valid: ValidAnswer[] = []
  const errors: FieldError[] = []
  const refuse = (questionId: string, code: ErrorCode) =>
    errors.push({ field: answerField(questionId.slice(0, 80), 'choice'), code })
  for (const [questionId, submitted] of Object.entries(answers)) {
    const question = questionnaire.questionById.get(questionId)
    const factor = questionnaire.factorOfQuestion.get(questionId)
    if (!question || !factor || (factorId !== undefined && factor.id !== factorId)) {
      refuse(questionId, 'unknown-question')
      continue
    }
    const answer = readChoice(submitted.choice, question)
    if (typeof answer === 'string') refuse(questionId, answer)
    else valid.push({ questionId, subject: factor.subject, answer, submitted })
  }
  return { valid, errors }
}
