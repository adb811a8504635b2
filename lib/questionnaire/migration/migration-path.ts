/** The way from one version to another, over all versions between them, and what it does to each question. */
import type { Questionnaire } from '../questionnaire'
import type { Question } from '../schema'
import { compareVersions } from '../version'
import type { Mapping, MigrationFile } from './migration-schema'

/** What becomes of one question. The words are those of `migration.yml`. */
export type Fate =
  { readonly kind: 'kept' | 'reworded' | 'dropped' | 'added' } | { readonly kind: 'scale-changed'; readonly mapping: Mapping }

export type FateKind = Fate['kind']

export interface MigrationPath {
  readonly from: Questionnaire
  readonly to: Questionnaire
  /** Every version after `from`, `to` last: what one of them no longer knows is not taken over. */
  readonly through: readonly Questionnaire[]
  /** By question id: all questions of `to` in their order, then those only `from` has. */
  readonly fates: ReadonlyMap<string, Fate>
}

/** Why there is no way. */
export type NoPathReason =
  | 'other-questionnaire'
  | 'same-version'
  /** The target is older. */
  | 'not-newer'
  /** A version on the way has no migration, is not there, or the way passes the start by. */
  | 'no-path'

export type PathResult =
  | { readonly ok: true; readonly path: MigrationPath }
  /** `at`: the version where the way ends. */
  | { readonly ok: false; readonly reason: NoPathReason; readonly at: string }

/**
 * The fate of a question between two neighbouring versions. Content is checked (`check-migration`), so this guesses only
 * on the safe side: a question that changed without being listed is not taken over.
 */
function stepFate(migration: MigrationFile, id: string, before?: Question, now?: Question): Fate {
  if (!before) return { kind: 'added' }
  if (!now) return { kind: 'dropped' }
  const listed = migration.questions.find((entry) => entry.id === id)
  if (listed?.fate === 'scale-changed') return { kind: 'scale-changed', mapping: listed.mapping }
  const same = before.wordingVersion === now.wordingVersion
  return { kind: same && listed?.fate !== 'reworded' ? 'kept' : 'reworded' }
}

const compose = (first: Mapping, second: Mapping): Mapping => ({
  '0': second[first['0']],
  '1': second[first['1']],
  '2': second[first['2']],
  '3': second[first['3']],
  '4': second[first['4']],
})

/** Two fates of a question that every version in between has. */
function join(first: Fate, second: Fate): Fate {
  if (first.kind === 'added' || second.kind === 'kept') return first
  if (second.kind === 'dropped' || first.kind === 'kept') return second
  if (first.kind === 'scale-changed' && second.kind === 'scale-changed') {
    return { kind: 'scale-changed', mapping: compose(first.mapping, second.mapping) }
  }
  return { kind: 'reworded' }
}

function fatesOf(from: Questionnaire, through: readonly Questionnaire[]): ReadonlyMap<string, Fate> {
  const to = through.at(-1) ?? from
  const fateOf = (id: string): Fate => {
    if (!from.questionById.has(id)) return { kind: 'added' }
    if (!to.questionById.has(id)) return { kind: 'dropped' }
    return through
      .map((now, index) => {
        const before = through[index - 1] ?? from
        return stepFate(now.migration!, id, before.questionById.get(id), now.questionById.get(id))
      })
      .reduce(join, { kind: 'kept' })
  }
  const ids = new Set([...to.questionById.keys(), ...from.questionById.keys()])
  return new Map([...ids].map((id) => [id, fateOf(id)] as const))
}

/**
 * Finds the way from one version to a newer one: each version names in its migration the one it starts from.
 * @param load gives a version of the same questionnaire, or null if there is none
 */
export function findMigrationPath(
  from: Questionnaire,
  to: Questionnaire,
  load: (version: string) => Questionnaire | null,
): PathResult {
  const refuse = (reason: NoPathReason, at: string): PathResult => ({ ok: false, reason, at })
  if (from.id !== to.id) return refuse('other-questionnaire', to.version)
  const order = compareVersions(to.version, from.version)
  if (order === 0) return refuse('same-version', to.version)
  if (order < 0) return refuse('not-newer', to.version)

  const through = [to]
  for (;;) {
    const first = through[0]!
    const start = first.migration?.from
    // A start that is not older would lead round in a circle.
    if (start === undefined || compareVersions(start, first.version) >= 0) return refuse('no-path', first.version)
    if (start === from.version) return { ok: true, path: { from, to, through, fates: fatesOf(from, through) } }
    const before = compareVersions(start, from.version) > 0 ? load(start) : null
    if (!before) return refuse('no-path', first.version)
    through.unshift(before)
  }
}

/** Gives the way of a questionnaire to itself, on which every question is kept: for a new round under the same version. */
export function pathWithin(questionnaire: Questionnaire): MigrationPath {
  const kept = [...questionnaire.questionById.keys()].map((id) => [id, { kind: 'kept' }] as const)
  return { from: questionnaire, to: questionnaire, through: [], fates: new Map(kept) }
}
