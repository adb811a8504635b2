/**
 * A closed round as one text: what was answered, with which questionnaire and rules, and what came out. The same round always
 * gives the same bytes, so that a hash can show later that nothing was changed. Roles are in it, names of people never are.
 */
import { z } from 'zod'
import type { AssessmentView } from '../assessments/types'
import { toSheet } from '../assessments/to-sheet'
import type { Answer, Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { SetTarget } from '../recommendations/types'
import { resultFigures, resultFiguresSchema, type ResultFigures } from '../report/result-figures'
import { scoringVersion } from '../scoring/version'
import {
  answerStateSchema,
  decisionIdSchema,
  idListColumnSchema,
  modeSchema,
  profileColumnSchema,
} from '../assessments/stored-json'

const answerSchema = z.strictObject({
  questionId: z.string(),
  /** `kommune` or `quartier` */
  subject: z.enum(['kommune', 'quartier']),
  state: answerStateSchema,
  value: z.int().min(0).max(4).nullable(),
  reason: z.string().nullable(),
  comment: z.string(),
  clarifyWith: z.string(),
})

export const snapshotSchema = z.strictObject({
  /** Of this shape; raised when it changes. */
  format: z.literal(1),
  scoringVersion: z.string(),
  questionnaire: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  round: z.strictObject({
    name: z.string(),
    periodFrom: z.string().nullable(),
    periodTo: z.string().nullable(),
    revision: z.int().positive(),
  }),
  mode: modeSchema,
  profile: profileColumnSchema,
  challenges: idListColumnSchema,
  place: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  agreedOn: z.string().nullable(),
  answeredBy: z.array(z.string()),
  answers: z.array(answerSchema),
  /** What the town aimed at when it was closed, where it is not the usual: the order of the measures depends on it (E2). */
  targets: z.array(z.strictObject({ factorId: z.string(), value: z.int(), reason: z.string(), dueOn: z.string().nullable() })),
  decisions: z.array(z.strictObject({ measureId: z.string(), decision: decisionIdSchema, reason: z.string() })),
  result: resultFiguresSchema,
})
export type Snapshot = z.infer<typeof snapshotSchema>

const byName = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : Number(a > b)))

function answersOf(view: AssessmentView): Snapshot['answers'] {
  return byName(view.answers).map(([questionId, { answer, subject, comment, clarifyWith }]) => ({
    questionId,
    subject,
    state: answer.state,
    value: answer.state === 'answered' ? answer.value : null,
    reason: answer.state === 'not_applicable' ? answer.reason : null,
    comment,
    clarifyWith,
  }))
}

/** Figures have an inner order of keys too. */
const profileOf = (view: AssessmentView) =>
  profileColumnSchema.parse(
    Object.fromEntries(
      byName(view.profile).map(([field, value]) => [
        field,
        typeof value === 'object' && 'value' in value ? { value: value.value, year: value.year, source: value.source } : value,
      ]),
    ),
  )

/**
 * Gives the text of a round as it is now.
 * @param questionnaire the version the round was answered with
 * @throws Error for an assessment that is in no workspace
 */
export function writeSnapshot(view: AssessmentView, questionnaire: Questionnaire): string {
  const { round, mode, challenges, place, details } = view
  if (!round) throw new Error('only a round is closed')
  const { id, version, hash } = questionnaire
  const snapshot: Snapshot = {
    format: 1,
    scoringVersion,
    questionnaire: { id, version, hash },
    round: { name: round.name, periodFrom: round.periodFrom, periodTo: round.periodTo, revision: round.revision },
    mode,
    profile: profileOf(view),
    challenges: [...challenges],
    place: place && { id: place.id, name: place.name },
    agreedOn: details.agreedOn,
    answeredBy: [...details.answeredBy],
    answers: answersOf(view),
    targets: byName(round.targets).map(([factorId, { value, reason, dueOn }]) => ({ factorId, value, reason, dueOn })),
    decisions: byName(view.decisions).map(([measureId, { decision, reason }]) => ({ measureId, decision, reason })),
    result: resultFigures(questionnaire, toSheet(view), round.targets),
  }
  return JSON.stringify(snapshotSchema.parse(snapshot))
}

/** Gives what the town aimed at when a round was closed, by factor id. */
export function targetsOfSnapshot({ targets }: Pick<Snapshot, 'targets'>): Readonly<Record<string, SetTarget>> {
  return Object.fromEntries(targets.map(({ factorId, ...target }) => [factorId, target]))
}

/** Gives the sheet a closed round was scored from. */
export function sheetOfSnapshot({ mode, profile, challenges, place, answers }: Snapshot): Sheet {
  const of = (subject: 'kommune' | 'quartier') =>
    Object.fromEntries(answers.filter((one) => one.subject === subject).map((one) => [one.questionId, sheetAnswer(one)]))
  return {
    mode,
    profile,
    challenges,
    kommune: of('kommune'),
    places: [{ id: place?.id ?? 'quartier', name: place?.name ?? '', answers: of('quartier') }],
  }
}

/** Gives an answer of a snapshot as the core knows it. */
export function sheetAnswer({ state, value, reason }: Snapshot['answers'][number]): Answer {
  if (state === 'answered') return { state, value: value as 0 | 1 | 2 | 3 | 4 } as const
  return state === 'not_applicable' ? ({ state, reason: reason ?? '' } as const) : ({ state } as const)
}

/** Scores a closed round again under its own questionnaire. Equal bytes show that the rules still give what was reported. */
export function scoreSnapshot(snapshot: Snapshot, questionnaire: Questionnaire): ResultFigures {
  return resultFigures(questionnaire, sheetOfSnapshot(snapshot), targetsOfSnapshot(snapshot))
}
