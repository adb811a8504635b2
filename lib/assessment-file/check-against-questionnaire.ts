/** What a coded answer file may name: only what the questionnaire knows. */
import { firstRepeated } from '../first-repeated'
import type { Questionnaire } from '../questionnaire/questionnaire'
import type { ProfileField } from '../questionnaire/schema'
import type { AssessmentFile } from './schema'

export type FileProblemCode =
  | 'syntax'
  | 'too-deep'
  | 'alias'
  | 'shape'
  | 'wrong-version'
  | 'unknown-question'
  | 'unknown-reason'
  | 'unknown-challenge'
  | 'chosen-twice'
  | 'unknown-field'
  | 'unknown-choice'
  | 'wrong-type'
  | 'out-of-range'

/** One problem: where (path of keys), what kind, and the words its message needs. */
export interface FileProblem {
  readonly path: readonly (string | number)[]
  readonly code: FileProblemCode
  readonly values: Readonly<Record<string, string | number>>
}

const isFigure = (value: unknown): value is { value: number } => typeof value === 'object' && value !== null && 'value' in value

function numberProblem(field: Extract<ProfileField, { type: 'number' }>, value: unknown): FileProblemCode | null {
  const number = field.figure && isFigure(value) ? value.value : value
  if (typeof number !== 'number' || (field.figure && !isFigure(value))) return 'wrong-type'
  return number < field.min || number > field.max ? 'out-of-range' : null
}

function fieldProblem(field: ProfileField, value: unknown): FileProblemCode | null {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return 'wrong-type'
      return value.length > field.maxLength || (field.pattern && !new RegExp(field.pattern, 'u').test(value))
        ? 'out-of-range'
        : null
    case 'number':
      return numberProblem(field, value)
    case 'choice':
      if (typeof value !== 'string') return 'wrong-type'
      return field.options.some((option) => option.id === value) ? null : 'unknown-choice'
    case 'multi':
      if (!Array.isArray(value)) return 'wrong-type'
      if (!value.every((id) => field.options.some((option) => option.id === id))) return 'unknown-choice'
      return firstRepeated(value) === undefined ? null : 'chosen-twice'
  }
}

function profileProblems(questionnaire: Questionnaire, file: AssessmentFile): FileProblem[] {
  return Object.entries(file.profile).flatMap(([id, value]): FileProblem[] => {
    const field = questionnaire.profileFields.find((known) => known.id === id)
    const code = field ? fieldProblem(field, value) : 'unknown-field'
    return code ? [{ path: ['profile', id], code, values: { id } }] : []
  })
}

/** Each challenge once; of a long list of repetitions one is told. */
function challengeProblems(questionnaire: Questionnaire, { challenges }: AssessmentFile): FileProblem[] {
  const known = new Set(questionnaire.challenges.map(({ id }) => id))
  const foreign = challenges.flatMap((id, index): FileProblem[] =>
    known.has(id) ? [] : [{ path: ['challenges', index], code: 'unknown-challenge', values: { id } }],
  )
  const twice = firstRepeated(challenges)
  if (twice === undefined) return foreign
  const second = challenges.indexOf(twice, challenges.indexOf(twice) + 1)
  return [...foreign, { path: ['challenges', second], code: 'chosen-twice', values: { id: twice } }]
}

function answerProblems(questionnaire: Questionnaire, file: AssessmentFile): FileProblem[] {
  return Object.entries(file.answers).flatMap(([id, answer]): FileProblem[] => {
    const question = questionnaire.questionById.get(id)
    if (!question) return [{ path: ['answers', id], code: 'unknown-question', values: { id } }]
    if (answer.state !== 'not_applicable' || question.notApplicable.some((reason) => reason.id === answer.reason)) return []
    return [{ path: ['answers', id, 'reason'], code: 'unknown-reason', values: { id, reason: answer.reason } }]
  })
}

/** Gives every problem of a well-formed file; empty if it can be scored. */
export function checkAgainstQuestionnaire(questionnaire: Questionnaire, file: AssessmentFile): FileProblem[] {
  const { id, version } = file.questionnaire
  if (id !== questionnaire.id || version !== questionnaire.version) {
    return [{ path: ['questionnaire'], code: 'wrong-version', values: { id, version } }]
  }
  return [
    ...profileProblems(questionnaire, file),
    ...challengeProblems(questionnaire, file),
    ...answerProblems(questionnaire, file),
  ]
}
