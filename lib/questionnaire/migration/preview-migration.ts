/** What a migration would do, before anybody agrees to it. Codes and counts; `lib/report/migration-view` has the words. */
import { leftOutBy } from '../applicability'
import { entriesOf, hasNote, type FilledCheck, type StoredEntry } from './filled-check'
import { migrateEntry, type EntryMigration, type Outcome } from './migrate-entry'
import { migrateChallenges, migrateDecisions, migrateProfile, type DroppedValue } from './migrate-profile'
import type { Fate, FateKind, MigrationPath } from './migration-path'

export interface PreviewEntry extends StoredEntry {
  readonly becomes: EntryMigration
}

export interface QuestionPreview {
  readonly questionId: string
  readonly fate: Fate
  /** What is stored, by subject; empty if there is nothing. */
  readonly entries: readonly PreviewEntry[]
}

interface Split {
  readonly taken: number
  readonly dropped: number
}

export interface MigrationPreview {
  readonly from: string
  readonly to: string
  /** Every question of either version once: the new version's in order, then the dropped ones. */
  readonly questions: readonly QuestionPreview[]
  readonly profile: { readonly dropped: readonly DroppedValue[] }
  readonly challenges: { readonly dropped: readonly string[] }
  /** Measures with a decision that are gone. */
  readonly decisions: { readonly dropped: readonly string[] }
  /** Of the instrument itself, whether used or not. */
  readonly factors: { readonly dropped: readonly string[]; readonly added: readonly string[] }
  readonly measures: { readonly dropped: readonly string[]; readonly added: readonly string[] }
  readonly counts: {
    readonly fates: Readonly<Record<FateKind, number>>
    /** Stored answers and notes by what becomes of them; the sum is everything that is stored. */
    readonly outcomes: Readonly<Record<Outcome, number>>
    /** Notes that stay in the old round only. */
    readonly notesLeft: number
    /** Answers that start as „übernommen, bitte bestätigen“. */
    readonly toConfirm: number
    /** Questions the new round asks without an answer taken over; questions left out by profile or mode do not count. */
    readonly toAnswer: number
    /** Values of the profile; one that loses some of its choices counts on both sides. */
    readonly profile: Split
    readonly challenges: Split
    readonly decisions: Split
  }
}

function tally<K extends string>(keys: readonly K[], found: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Record<K, number>
}

const fateKinds: readonly FateKind[] = ['kept', 'reworded', 'scale-changed', 'added', 'dropped']
const outcomes: readonly Outcome[] = ['taken', 'mapped', 'shown', 'left', 'none']

/** Ids that only one of the two versions has. */
function difference(before: readonly { readonly id: string }[], now: readonly { readonly id: string }[]) {
  const without = (some: typeof before, others: typeof before) =>
    some.map(({ id }) => id).filter((id) => !others.some((other) => other.id === id))
  return { dropped: without(before, now), added: without(now, before) }
}

/** How many answers the new round asks for: once for the Kommune, once for each place. */
function asked({ to }: MigrationPath, { sheet }: FilledCheck, profile: FilledCheck['sheet']['profile']): Set<string> {
  const keys = to.factors.flatMap((factor) => {
    const subjects = factor.subject === 'kommune' ? ['kommune'] : sheet.places.map(({ id }) => id)
    return factor.questions
      .filter((question) => leftOutBy(factor, question, profile, sheet.mode) === null)
      .flatMap(({ id }) => subjects.map((subject) => `${subject}/${id}`))
  })
  return new Set(keys)
}

/** Gives the fate of every question, of every stored answer and note, and the counts. Changes nothing. */
export function previewMigration(path: MigrationPath, filled: FilledCheck): MigrationPreview {
  const questions = [...path.fates].map(([questionId, fate]): QuestionPreview => ({
    questionId,
    fate,
    entries: entriesOf(filled, questionId).map((entry) => ({ ...entry, becomes: migrateEntry(path, questionId, entry) })),
  }))
  const entries = questions.flatMap(({ questionId, entries: own }) => own.map((entry) => ({ questionId, ...entry })))
  const carried = entries.filter(({ becomes: { outcome } }) => outcome === 'taken' || outcome === 'mapped')
  const profile = migrateProfile(path, filled.sheet.profile)
  const challenges = migrateChallenges(path, filled.sheet.challenges)
  const decisions = migrateDecisions(path, filled.decisions)
  const toAnswer = asked(path, filled, profile.profile)
  for (const { subject, questionId } of carried) toAnswer.delete(`${subject}/${questionId}`)
  return {
    from: path.from.version,
    to: path.to.version,
    questions,
    profile: { dropped: profile.dropped },
    challenges: { dropped: challenges.dropped },
    decisions: { dropped: decisions.dropped },
    factors: difference(path.from.factors, path.to.factors),
    measures: difference(path.from.measures, path.to.measures),
    counts: {
      fates: tally(
        fateKinds,
        questions.map(({ fate }) => fate.kind),
      ),
      outcomes: tally(
        outcomes,
        entries.map(({ becomes }) => becomes.outcome),
      ),
      notesLeft: entries.filter(({ note, becomes }) => hasNote(note) && !becomes.noteTaken).length,
      toConfirm: carried.length,
      toAnswer: toAnswer.size,
      profile: { taken: Object.keys(profile.profile).length, dropped: profile.dropped.length },
      challenges: { taken: challenges.taken.length, dropped: challenges.dropped.length },
      decisions: { taken: Object.keys(decisions.taken).length, dropped: decisions.dropped.length },
    },
  }
}
