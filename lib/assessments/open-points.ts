/** What is still to be settled, sorted by the office that can settle it. */
import { leftOutBy } from '../questionnaire/applicability'
import type { Answer, Questionnaire } from '../questionnaire/questionnaire'
import type { Factor, Question } from '../questionnaire/schema'
import { shownAnswer } from './stored-answer'
import type { AssessmentView } from './types'

export interface OpenPoint {
  readonly factor: Factor
  readonly question: Question
  readonly answer: Answer
}

export interface OfficePoints {
  /** As first written. */
  readonly office: string
  readonly points: readonly OpenPoint[]
}

const openAnswer: Answer = { state: 'open' }

/** „Jugendamt“ and „jugendamt “ are one office. */
const sameOffice = (office: string) => office.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('de-DE')

/**
 * Gives the questions that are open, „Weiß nicht“, or answered with an entry „Zu klären mit …“, by office: the user's entry,
 * else the factor's usual office. Offices and questions come in the order of the instrument; questions that the profile or
 * the mode leaves out do not appear.
 */
export function openPoints(
  view: Pick<AssessmentView, 'answers' | 'profile' | 'mode'>,
  questionnaire: Questionnaire,
): OfficePoints[] {
  const byOffice = new Map<string, { office: string; points: OpenPoint[] }>()
  for (const factor of questionnaire.factors) {
    for (const question of factor.questions) {
      if (leftOutBy(factor, question, view.profile, view.mode) !== null) continue
      const stored = view.answers[question.id]
      const { answer = openAnswer } = stored ?? {}
      // What is not confirmed yet is open, but whom to ask is known from last time.
      const { clarifyWith = '' } = stored ? shownAnswer(stored) : {}
      const settled = answer.state === 'answered' || answer.state === 'not_applicable'
      if (settled && clarifyWith === '') continue
      const office = clarifyWith || factor.office
      const entry = byOffice.get(sameOffice(office)) ?? { office, points: [] }
      entry.points.push({ factor, question, answer })
      byOffice.set(sameOffice(office), entry)
    }
  }
  return [...byOffice.values()]
}
