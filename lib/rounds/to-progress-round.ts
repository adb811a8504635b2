/** A stored round on its way into a comparison: as it was closed, or as it stands today. */
import { questionnaireOf } from '../assessments/content'
import { hashSecret } from '../assessments/secret'
import { toSheet } from '../assessments/to-sheet'
import { AppError } from '../errors'
import { isoDate } from '../report/format'
import type { ProgressRound } from '../report/progress-types'
import { scoringVersion } from '../scoring/version'
import type { AssessmentView } from '../assessments/types'
import type { StoredRound } from './repository-progress'
import { type Snapshot, sheetOfSnapshot, snapshotSchema } from './snapshot'

type Naming = Pick<StoredRound, 'id' | 'name' | 'periodFrom' | 'periodTo'>
type StoredSnapshot = NonNullable<StoredRound['closed']>

/** Reads a snapshot. @throws AppError `database-corrupt` if it is not what was closed */
export function readSnapshot({ payload, hash }: Pick<StoredSnapshot, 'payload' | 'hash'>): Snapshot {
  if (hashSecret(payload) !== hash) throw new AppError('database-corrupt')
  return snapshotSchema.parse(JSON.parse(payload))
}

const written = (comments: readonly (readonly [string, string])[]) =>
  Object.fromEntries(comments.filter(([, comment]) => comment !== ''))

const naming = ({ id, name, periodFrom, periodTo }: Naming) => ({ id, name, periodFrom, periodTo })

/** Gives a closed round. @throws AppError `questionnaire-missing` if this installation lacks its questionnaire */
export function fromSnapshot(named: Naming, snapshot: Snapshot, closedAt: Date): ProgressRound {
  const { id, version } = snapshot.questionnaire
  const closedOn = isoDate(closedAt)
  return {
    ...naming(named),
    closedOn,
    asOf: named.periodTo ?? closedOn,
    questionnaire: questionnaireOf({ questionnaireId: id, questionnaireVersion: version }),
    sheet: sheetOfSnapshot(snapshot),
    comments: written(snapshot.answers.map(({ questionId, comment }) => [questionId, comment] as const)),
    recorded: snapshot.scoringVersion === scoringVersion ? null : snapshot.result,
  }
}

/** Gives an open round as it stands. @throws AppError `questionnaire-missing` */
export function fromView(named: Naming, view: AssessmentView, now: Date): ProgressRound {
  return {
    ...naming(named),
    closedOn: null,
    asOf: named.periodTo ?? isoDate(now),
    questionnaire: questionnaireOf(view),
    sheet: toSheet(view),
    comments: written(Object.entries(view.answers).map(([questionId, { comment }]) => [questionId, comment] as const)),
    recorded: null,
  }
}

/** Gives a stored round, whichever it is. */
export function toProgressRound(stored: StoredRound, now: Date): ProgressRound {
  if (stored.closed) return fromSnapshot(stored, readSnapshot(stored.closed), stored.closed.closedAt)
  // The triggers of the database let no round be closed without its snapshot.
  if (!stored.view) throw new AppError('database-corrupt')
  return fromView(stored, stored.view, now)
}

/** By the beginning of the period, else the day it was begun (V6). For `toSorted`. */
export function compareByTime(a: RoundTime, b: RoundTime): number {
  const keyOf = ({ periodFrom, createdAt, id }: RoundTime) =>
    `${periodFrom ?? isoDate(createdAt)} ${createdAt.toISOString()} ${id}`
  const [first, second] = [keyOf(a), keyOf(b)]
  return first < second ? -1 : Number(first > second)
}

export interface RoundTime {
  readonly id: string
  readonly periodFrom: string | null
  readonly createdAt: Date
}
