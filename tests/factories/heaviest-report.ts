/** The report of a town that has filled every text to its limits: what a PDF may cost at most. */
import { limits } from '@/lib/assessments/limits'
import type { Translate } from '@/lib/i18n/translate'
import type { Profile, Questionnaire } from '@/lib/questionnaire/questionnaire'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { allMarks, buildSheet } from './build-sheet'
import { buildRound } from './progress-rounds'
import { heavyPlan, sinceDetails } from './since'

/** A text of `limit` characters in `lines` lines. */
export type TextOf = (limit: number, lines: number) => string

/** Repeats a piece to a length. */
export const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** As many lines as asked for, each filled with a piece. */
export const inLines =
  (piece: string, lineBreak = '\n'): TextOf =>
  (limit, lines) =>
    Array.from({ length: lines }, () => fill(piece, Math.floor((limit - lines) / lines))).join(lineBreak)

/** Every profile field filled, so that nothing is left out. */
const wholeProfile = (questionnaire: Questionnaire): Profile =>
  Object.fromEntries(
    questionnaire.profileFields.map((field) => {
      if (field.type === 'number') return [field.id, { value: field.min, year: 2025, source: fill('Landesamt ', limits.source) }]
      if (field.id === 'status') return [field.id, 'kreisangehoerig']
      if (field.type === 'choice') return [field.id, field.options.at(-1)!.id]
      return [field.id, field.type === 'multi' ? field.options.map(({ id }) => id) : fill('Musterstadt ', limits.name).trim()]
    }),
  )

/**
 * The working edition of a later round in which everything is at its lowest, so that every measure is recommended; every question has
 * a comment, every measure a decision with a reason, and the plan more measures than are shown, all dropped with a reason.
 */
export function heaviestReport(questionnaire: Questionnaire, t: Translate, textOf: TextOf): ReportViewModel {
  const comment = textOf(limits.comment, limits.commentLines)
  const reason = textOf(limits.reason, limits.reasonLines)
  const marks = allMarks(questionnaire, 0)
  const sheet = buildSheet(questionnaire, marks, {
    profile: wholeProfile(questionnaire),
    challenges: questionnaire.challenges.map(({ id }) => id),
  })
  const place = sheet.places[0]!
  const notes = questionnaire.factors.flatMap(({ subject, questions }) =>
    questions.map(({ id }) => [
      `${subject === 'quartier' ? place.id : 'kommune'}/${id}`,
      { comment, clarifyWith: fill('Amt ', limits.clarifyWith) },
    ]),
  )
  const decisions = questionnaire.measures.map(({ id }) => [id, { decision: 'nicht-vorgesehen', reason }])
  const before = buildRound(questionnaire, 2024, allMarks(questionnaire, 2))
  const plan = heavyPlan(questionnaire, 60).map((one) => ({
    ...one,
    status: 'verworfen' as const,
    reason,
    endedOn: '2026-03-01',
  }))
  return buildReport(
    questionnaire,
    sheet,
    {
      date: new Date('2026-11-23T12:00:00Z'),
      edition: 'arbeit',
      agreedOn: null,
      answeredBy: Array.from({ length: limits.roles }, () => fill('Leitung ', limits.name)),
      notes: Object.fromEntries(notes) as never,
      decisions: Object.fromEntries(decisions) as never,
      since: sinceDetails(before, buildRound(questionnaire, 2026, marks), { plan }),
    },
    t,
  )
}
