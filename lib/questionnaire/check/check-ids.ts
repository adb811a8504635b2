/** Ids: each names one thing, and a file is named for what it holds. */
import type { ContentParts } from '../content-parts'
import type { KeyPath, Problem } from './problem'

interface Declared {
  readonly kind: string
  readonly id: string
  readonly file: string
  readonly path: KeyPath
}

/** Everything with a permanent id of its own: answers, decisions and targets are stored under these. */
function storedIds(parts: ContentParts): Declared[] {
  return [
    ...parts.factors.flatMap(({ file, value }) => [
      { kind: 'factor', id: value.id, file, path: ['id'] },
      ...value.questions.map(({ id }, index) => ({ kind: 'question', id, file, path: ['questions', index, 'id'] })),
    ]),
    ...parts.measures.map(({ file, value }) => ({ kind: 'measure', id: value.id, file, path: ['id'] })),
  ]
}

/** Ids that need to be unique in their own list only. */
function listedIds(parts: ContentParts): Declared[] {
  const list = (kind: string, file: string, key: KeyPath, items: readonly { readonly id: string }[]) =>
    items.map(({ id }, index) => ({ kind, id, file, path: [...key, index, 'id'] }))
  const { questionnaire, challenges, glossary, profile } = parts
  return [
    ...list('level', questionnaire.file, ['levels'], questionnaire.value.levels),
    ...list('challenge', challenges.file, ['challenges'], challenges.value.challenges),
    ...list('term', glossary.file, ['terms'], glossary.value.terms),
    ...list('field', profile.file, ['fields'], profile.value.fields),
    ...profile.value.fields.flatMap((field, index) =>
      'options' in field ? list(`option of ${field.id}`, profile.file, ['fields', index, 'options'], field.options) : [],
    ),
    ...parts.factors.flatMap(({ file, value }) =>
      value.questions.flatMap(({ id, notApplicable }, index) =>
        list(`reason of ${id}`, file, ['questions', index, 'notApplicable'], notApplicable),
      ),
    ),
  ]
}

/** Every id that is stored with an assessment, so that it must never come to mean something else. */
export function permanentIds(parts: ContentParts): Declared[] {
  const kinds = ['challenge', 'field']
  return [...storedIds(parts), ...listedIds(parts).filter(({ kind }) => kinds.includes(kind))]
}

function twice(declared: readonly Declared[], keyOf: (entry: Declared) => string): Problem[] {
  const first = new Map<string, Declared>()
  return declared.flatMap((entry): Problem[] => {
    const known = first.get(keyOf(entry))
    if (!known) {
      first.set(keyOf(entry), entry)
      return []
    }
    const code = known.kind === entry.kind ? 'duplicate-id' : 'reused-id'
    return [{ file: entry.file, path: entry.path, code, values: { key: entry.id, other: known.file } }]
  })
}

function misnamedFiles(parts: ContentParts): Problem[] {
  return [...parts.factors, ...parts.measures].flatMap(({ file, value }): Problem[] =>
    file.endsWith(`/${value.id}.yml`) ? [] : [{ file, path: ['id'], code: 'file-name', values: { key: value.id } }],
  )
}

/** Duplicate ids, one id for two kinds of things, and files not named for their id. */
export function checkIds(parts: ContentParts): Problem[] {
  return [
    ...twice(storedIds(parts), ({ id }) => id),
    ...twice(listedIds(parts), ({ kind, id }) => `${kind}/${id}`),
    ...misnamedFiles(parts),
  ]
}

/**
 * Ids that stood for something else in another version: answers kept from there would change their meaning.
 * @param others content of the other versions of the same questionnaire
 */
export function checkReuse(parts: ContentParts, others: readonly ContentParts[]): Problem[] {
  const meaning = (content: ContentParts) =>
    new Map([
      ...content.factors.flatMap(({ value }): [string, string][] => [
        [value.id, `factor of ${value.level}`],
        // Asked of the Kommune or of a Quartier: the same answer would speak of something else.
        ...value.questions.map(({ id, role }): [string, string] => [id, `${role} question of ${value.id}, ${value.subject}`]),
      ]),
      ...content.measures.map(({ value }): [string, string] => [value.id, `measure of ${value.factor}`]),
    ])
  const own = meaning(parts)
  const before = others.map((other) => ({ version: other.questionnaire.value.version, ids: meaning(other) }))
  return storedIds(parts).flatMap(({ id, file, path }): Problem[] => {
    const clash = before.find(({ ids }) => ids.has(id) && ids.get(id) !== own.get(id))
    return clash ? [{ file, path, code: 'reused-id', values: { key: id, other: clash.version } }] : []
  })
}
