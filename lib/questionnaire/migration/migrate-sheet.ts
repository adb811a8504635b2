/** Answers of an old round as the start of a new one under a newer version. */
import type { Answer, Mode, Profile } from '../questionnaire'
import { entriesOf, type FilledCheck, type Note, type StoredEntry } from './filled-check'
import { migrateEntry } from './migrate-entry'
import { migrateChallenges, migrateDecisions, migrateProfile } from './migrate-profile'
import type { MigrationPath } from './migration-path'

export interface MigratedAnswer extends Note {
  readonly subject: string
  readonly questionId: string
  /** Open if there was only a note. */
  readonly answer: Answer
  /** „übernommen, bitte bestätigen“: counts as open until confirmed. False only for an open answer with a note. */
  readonly carriedOver: boolean
}

/** The answer to an earlier question, to be shown beside the new one: same subject, the old version's words. */
export interface EarlierAnswer extends StoredEntry {
  readonly questionId: string
}

export interface MigratedCheck<Decision = unknown> {
  readonly version: string
  readonly mode: Mode
  readonly profile: Profile
  readonly challenges: readonly string[]
  readonly places: readonly { readonly id: string; readonly name: string }[]
  /** In the order of the instrument, first the Kommune's, then by place; questions without answer and note are missing. */
  readonly answers: readonly MigratedAnswer[]
  /** Not taken over: read with `path.from`. The answers themselves stay where they are. */
  readonly earlier: readonly EarlierAnswer[]
  readonly decisions: FilledCheck<Decision>['decisions']
}

/**
 * Gives what a new round under `path.to` starts with. The old round is only read: what is not taken over stays there.
 * Every answer with `carriedOver` has to be confirmed by the user.
 */
export function migrateSheet<Decision>(path: MigrationPath, filled: FilledCheck<Decision>): MigratedCheck<Decision> {
  const { sheet } = filled
  const moved = [...path.from.questionById.keys()].flatMap((questionId) =>
    entriesOf(filled, questionId).map((entry) => ({ questionId, entry, result: migrateEntry(path, questionId, entry) })),
  )
  const order = [...path.to.questionById.keys()]
  return {
    version: path.to.version,
    mode: sheet.mode,
    profile: migrateProfile(path, sheet.profile).profile,
    challenges: migrateChallenges(path, sheet.challenges).taken,
    places: sheet.places.map(({ id, name }) => ({ id, name })),
    answers: moved
      .filter(({ result }) => result.outcome === 'taken' || result.outcome === 'mapped' || result.noteTaken)
      .map(({ questionId, entry: { subject, note }, result: { answer } }) => ({
        subject,
        questionId,
        answer,
        carriedOver: answer.state !== 'open',
        comment: note.comment,
        clarifyWith: note.clarifyWith,
      }))
      .sort((a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId)),
    earlier: moved
      .filter(({ questionId, result }) => path.to.questionById.has(questionId) && !result.noteTaken)
      .map(({ questionId, entry }) => ({ questionId, ...entry })),
    decisions: migrateDecisions(path, filled.decisions).taken,
  }
}
