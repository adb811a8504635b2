/** What is wrong with content, and where. Put into words by the messages `cli.checkContent.problem.<code>`. */

export const problemCodes = [
  // one file
  'syntax',
  'shape',
  'option-count',
  'missing-source',
  'unexpected-file',
  'missing-file',
  'file-name',
  'folder-name',
  // ids and references
  'duplicate-id',
  'reused-id',
  'dangling-reference',
  'foreign-question',
  'wrong-level',
  'question-roles',
  'unreachable-question',
  // rules of the instrument
  'foundation-mismatch',
  'foundation-not-applicable',
  'prerequisite-cycle',
  'unknowns-measure',
  'never-triggered',
  'too-few-measures',
  'untreated-answers',
  'feature-twice',
  // migration
  'mapping-rungs',
  'mapping-falls',
  'migration-from',
  'migration-unknown',
  'migration-fate',
  'migration-changed',
  'migration-wording',
  'migration-missing',
  'returned-id',
  // wording
  'too-many-words',
  'refused-word',
  'negated-stem',
  'not-a-question',
  'joined-objects',
  // publication
  'published-edited',
  'schema-stale',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** Keys from the top of a file to the value in question, e.g. `['questions', 0, 'stem']`. */
export type KeyPath = readonly (string | number)[]

export interface Problem {
  /** Path inside the version's folder, with `/`. */
  readonly file: string
  readonly path: KeyPath
  readonly code: ProblemCode
  /** What the message needs; `key` is the offending id or key wherever there is one. */
  readonly values: Readonly<Record<string, string | number>>
}
