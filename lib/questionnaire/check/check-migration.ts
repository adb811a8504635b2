/** Migration: every question that is not the same in both versions has a fate that fits, and no id comes back. */
import type { ContentParts } from '../content-parts'
import type { ListedQuestion, Mapping } from '../migration/migration-schema'
import type { Question } from '../schema'
import { compareVersions } from '../version'
import { normalised } from './check-features'
import { permanentIds } from './check-ids'
import type { KeyPath, Problem, ProblemCode } from './problem'

const questionsOf = (parts: ContentParts): ReadonlyMap<string, Question> =>
  new Map(parts.factors.flatMap(({ value }) => value.questions.map((question) => [question.id, question] as const)))

/** What makes two versions of a question incomparable; null: nothing does. */
function changeOf(before: Question, now: Question): 'wording' | 'options' | null {
  if (before.wordingVersion !== now.wordingVersion) return 'wording'
  const rungs = Object.keys(now.options) as (keyof Question['options'])[]
  return rungs.some((rung) => normalised(before.options[rung]) !== normalised(now.options[rung])) ? 'options' : null
}

/** The first rung whose new value is lower than that of the rung under it. */
function fall(mapping: Mapping): { lower: number; before: number; rung: number; after: number } | null {
  const values = Object.values(mapping)
  const rung = values.findIndex((value, index) => index > 0 && value < values[index - 1]!)
  return rung === -1 ? null : { lower: rung - 1, before: values[rung - 1]!, rung, after: values[rung]! }
}

const fatesOf = { old: ['dropped'], new: ['added'], both: ['kept', 'reworded', 'scale-changed'] } as const

function presence(before: Question | undefined, now: Question | undefined): keyof typeof fatesOf | null {
  if (before && now) return 'both'
  return before ? 'old' : now ? 'new' : null
}

interface Compared {
  readonly file: string
  readonly from: string
  readonly before: ReadonlyMap<string, Question>
  readonly now: ReadonlyMap<string, Question>
  /** Files that could not be read are reported already. */
  readonly isUnread: (id: string) => boolean
}

function listedProblems({ file, from, before, now, isUnread }: Compared, entry: ListedQuestion, at: number): Problem[] {
  const { id, fate } = entry
  const problem = (key: string, code: ProblemCode, values: Problem['values'] = {}): Problem[] => [
    { file, path: ['questions', at, key], code, values: { key: id, from, fate, ...values } },
  ]
  const [old, current] = [before.get(id), now.get(id)]
  const present = presence(old, current)
  if (isUnread(id)) return []
  if (!present) return problem('id', 'migration-unknown')
  if (!(fatesOf[present] as readonly string[]).includes(fate)) return problem('fate', 'migration-fate', { present })
  if (!old || !current) return []
  if (fate === 'kept') {
    const change = changeOf(old, current)
    return change ? problem('fate', 'migration-changed', { change }) : []
  }
  const falls = entry.fate === 'scale-changed' ? fall(entry.mapping) : null
  return [
    ...(current.wordingVersion > old.wordingVersion ? [] : problem('fate', 'migration-wording', { before: old.wordingVersion })),
    ...(falls ? problem('mapping', 'mapping-falls', falls) : []),
  ]
}

/** Questions of either version that nobody listed although they are not the same in both. */
function missing({ file, from, before, now, isUnread }: Compared, listed: ReadonlySet<string>): Problem[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((id): Problem[] => {
    const [old, current] = [before.get(id), now.get(id)]
    if (listed.has(id) || isUnread(id) || (old && current && !changeOf(old, current))) return []
    const present = presence(old, current) ?? ''
    return [{ file, path: ['questions'], code: 'migration-missing', values: { key: id, from, present } }]
  })
}

/** Ids that an older version had and the one before had not: what was stored under them meant something that was given up. */
function returned(parts: ContentParts, before: ContentParts, older: readonly ContentParts[]): Problem[] {
  const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`
  const known = new Set(permanentIds(before).map(keyOf))
  return permanentIds(parts)
    .filter((entry) => !known.has(keyOf(entry)))
    .flatMap(({ kind, id, file, path }): Problem[] => {
      const where = older.find((other) => permanentIds(other).some((entry) => keyOf(entry) === keyOf({ kind, id })))
      if (!where || before.unread.has(id)) return []
      return [{ file, path, code: 'returned-id', values: { key: id, other: where.questionnaire.value.version } }]
    })
}

/**
 * Checks `migration.yml` against this version and the one it starts from.
 * @param others content of the other versions of the same questionnaire
 */
export function checkMigration(parts: ContentParts, others: readonly ContentParts[]): Problem[] {
  if (!parts.migration) return []
  const { file, value } = parts.migration
  const { from, questions } = value
  const older = others.filter(
    (other) => compareVersions(other.questionnaire.value.version, parts.questionnaire.value.version) < 0,
  )
  const at = (path: KeyPath, code: ProblemCode, values: Problem['values']): Problem => ({ file, path, code, values })
  const start = older.find((other) => other.questionnaire.value.version === from)
  if (!start) {
    const newer = compareVersions(from, parts.questionnaire.value.version) >= 0
    return [at(['from'], 'migration-from', { key: from, reason: newer ? 'newer' : 'absent' })]
  }
  const compared: Compared = {
    file,
    from,
    before: questionsOf(start),
    now: questionsOf(parts),
    isUnread: (id) => parts.unread.has(id) || start.unread.has(id),
  }
  const ids = questions.map(({ id }) => id)
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [at(['questions', index, 'id'], 'duplicate-id', { key: id, other: file })] : [],
    ),
    ...questions.flatMap((entry, index) => listedProblems(compared, entry, index)),
    ...missing(compared, new Set(ids)),
    ...returned(parts, start, older),
  ]
}
