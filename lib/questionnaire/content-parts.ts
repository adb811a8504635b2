/** The content files of one version after reading, before compiling. */
import type { z } from 'zod'
import type { MigrationFile } from './migration/migration-schema'
import type { challengesFileSchema, Factor, glossaryFileSchema, Measure, profileFileSchema, QuestionnaireFile } from './schema'

/** A file as it was read. `path` is relative to the version's folder, with `/` on every system. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** Content with the file it came from, so that every message can name it. */
export interface Sourced<T> {
  readonly file: string
  readonly value: T
}

export interface ContentParts {
  readonly questionnaire: Sourced<QuestionnaireFile>
  readonly factors: readonly Sourced<Factor>[]
  readonly measures: readonly Sourced<Measure>[]
  readonly challenges: Sourced<z.infer<typeof challengesFileSchema>>
  readonly glossary: Sourced<z.infer<typeof glossaryFileSchema>>
  readonly profile: Sourced<z.infer<typeof profileFileSchema>>
  /** Null: nothing says how answers given to another version come here. */
  readonly migration: Sourced<MigrationFile> | null
  /** Ids that stand in files which could not be read in full: referring to them is not a second mistake. */
  readonly unread: ReadonlySet<string>
}
