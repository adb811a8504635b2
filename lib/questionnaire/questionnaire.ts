/** The compiled questionnaire: what `load` gives and every pure module works on. Immutable; built once per version. */
import type { MigrationFile } from './migration/migration-schema'
import type {
  Challenge,
  Factor,
  GlossaryTerm,
  Level,
  LevelId,
  Measure,
  ProfileField,
  Question,
  QuestionnaireFile,
} from './schema'

export interface Questionnaire {
  readonly id: string
  readonly version: string
  /** SHA-256 over the content files, hex; equals the committed HASH of a published version. */
  readonly hash: string
  readonly title: string
  readonly subtitle: string
  readonly source: QuestionnaireFile['source']
  /** In the order of the instrument. */
  readonly levels: readonly Level[]
  readonly factors: readonly Factor[]
  readonly measures: readonly Measure[]
  readonly challenges: readonly Challenge[]
  readonly glossary: readonly GlossaryTerm[]
  readonly profileFields: readonly ProfileField[]
  /** How answers given to the version before come here; null if they cannot. */
  readonly migration: MigrationFile | null
  readonly levelById: ReadonlyMap<LevelId, Level>
  readonly factorById: ReadonlyMap<string, Factor>
  readonly questionById: ReadonlyMap<string, Question>
  readonly factorOfQuestion: ReadonlyMap<string, Factor>
  readonly measureById: ReadonlyMap<string, Measure>
  readonly factorsOfLevel: ReadonlyMap<LevelId, readonly Factor[]>
  readonly measuresOfFactor: ReadonlyMap<string, readonly Measure[]>
}

export type Mode = 'schnell' | 'voll'

/** R1: the four states. Only `answered` scores; `not_applicable` by the user carries one of the question's reason ids. */
export type Answer =
  | { readonly state: 'answered'; readonly value: 0 | 1 | 2 | 3 | 4 }
  | { readonly state: 'unknown' }
  | { readonly state: 'not_applicable'; readonly reason: string }
  | { readonly state: 'open' }

/** Answers by question id. A missing entry is `open`. */
export type Answers = Readonly<Record<string, Answer>>

/** A figure always carries its year and source. */
export interface Figure {
  readonly value: number
  readonly year: number | null
  readonly source: string
}

/** Values by profile field id: text, choice id, list of choice ids, plain number or figure. Missing: not given. */
export type ProfileValue = string | readonly string[] | number | Figure
export type Profile = Readonly<Record<string, ProfileValue>>

/** One Quartier with its answers. „Gesamtstadt“ is allowed as one. */
export interface PlaceAnswers {
  readonly id: string
  readonly name: string
  readonly answers: Answers
}

/** Everything the pure core works on. Kommune questions are answered once, Quartier questions per place. */
export interface Sheet {
  readonly mode: Mode
  readonly profile: Profile
  readonly challenges: readonly string[]
  readonly kommune: Answers
  readonly places: readonly PlaceAnswers[]
}
