/** What became of each question of a factor from one round to another (V1). */
import type { Factor } from '../questionnaire/schema'
import type { FactorResult, QuestionResult } from './types'

export type QuestionChangeKind =
  | 'improved'
  | 'declined'
  /** The same answer, or neither time one that counts. */
  | 'same'
  | 'newly-known'
  | 'no-longer-known'
  | 'now-applicable'
  | 'no-longer-applicable'
  /** Asked in both versions, but not alike. */
  | 'reworded'
  /** Asked alike, but about another Quartier. */
  | 'other-place'
  | 'added'
  | 'dropped'

export interface QuestionChange {
  readonly questionId: string
  /** Null if the version of that round does not ask it within this factor. */
  readonly before: QuestionResult | null
  readonly after: QuestionResult | null
  readonly kind: QuestionChangeKind
}

/** A factor in one round: its content in the version of the round, and its figures. */
export interface FactorSide {
  readonly content: Factor
  readonly result: FactorResult
}

/** A question the Schnellcheck does not ask is not known; only profile and user say that it does not apply. */
const stateOf = ({ answer, leftOut }: QuestionResult) => (leftOut === 'mode' ? 'open' : answer.state)

function kindOfSame(before: QuestionResult, after: QuestionResult): QuestionChangeKind {
  const applied = stateOf(before) !== 'not_applicable'
  const applies = stateOf(after) !== 'not_applicable'
  if (applied !== applies) return applies ? 'now-applicable' : 'no-longer-applicable'
  if (before.answer.state === 'answered' && after.answer.state === 'answered') {
    const rise = after.answer.value - before.answer.value
    return rise === 0 ? 'same' : rise > 0 ? 'improved' : 'declined'
  }
  if (before.answer.state === 'answered') return 'no-longer-known'
  return after.answer.state === 'answered' ? 'newly-known' : 'same'
}

/**
 * Compares the questions of one factor.
 * @param before null if the version of the first round does not have the factor; `after` likewise
 * @param samePlace whether both rounds speak of the same Quartier
 * @returns one change per question id, in the order of the later version, then what it no longer asks
 */
export function compareQuestions(before: FactorSide | null, after: FactorSide | null, samePlace: boolean): QuestionChange[] {
  const of = (side: FactorSide | null, id: string) => side?.result.questions.find(({ questionId }) => questionId === id) ?? null
  const wordingOf = (side: FactorSide | null, id: string) =>
    side?.content.questions.find((question) => question.id === id)?.wordingVersion
  const ids = [after, before].flatMap((side) => side?.result.questions.map(({ questionId }) => questionId) ?? [])
  return [...new Set(ids)].map((questionId) => {
    const [was, is] = [of(before, questionId), of(after, questionId)]
    if (!was) return { questionId, before: null, after: is, kind: 'added' }
    if (!is) return { questionId, before: was, after: null, kind: 'dropped' }
    const alike =
      wordingOf(before, questionId) === wordingOf(after, questionId) &&
      was.role === is.role &&
      before?.content.subject === after?.content.subject
    if (!alike) return { questionId, before: was, after: is, kind: 'reworded' }
    const elsewhere = !samePlace && after?.content.subject === 'quartier'
    return { questionId, before: was, after: is, kind: elsewhere ? 'other-place' : kindOfSame(was, is) }
  })
}

const notCommon: readonly QuestionChangeKind[] = ['reworded', 'other-place', 'added', 'dropped']

/** True if both rounds ask the question alike: same id, wording version, role, factor and subject, the same Quartier (V1). */
export function isCommon({ kind }: QuestionChange): boolean {
  return !notCommon.includes(kind)
}

/** True if a common question is answered in both rounds (V1). */
export function isComparable(change: QuestionChange): boolean {
  return isCommon(change) && change.before?.answer.state === 'answered' && change.after?.answer.state === 'answered'
}

/** True if the question is to be answered in at least one of the rounds. */
export function appliesInEither({ before, after }: QuestionChange): boolean {
  return [before, after].some((question) => question && question.answer.state !== 'not_applicable')
}
