/** Text of the content files → checked values, with the line of every key. Pure: reading the files is `content-files.ts`. */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import type { KeyPath, Problem } from './check/problem'
import type { ContentParts, Sourced, TextFile } from './content-parts'
import { migrationFileSchema, type MigrationFile } from './migration/migration-schema'
import {
  challengesFileSchema,
  factorFileSchema,
  glossaryFileSchema,
  measureFileSchema,
  profileFileSchema,
  questionnaireFileSchema,
} from './schema'

export interface ParsedContent {
  /** Null if `questionnaire.yml` itself cannot be read: without it nothing else can be judged. */
  readonly parts: ContentParts | null
  readonly problems: readonly Problem[]
  /** 1-based line of a key, or of the nearest thing around it; 1 if the file is unknown. */
  readonly lineOf: (file: string, path: KeyPath) => number
}

const singleFiles = {
  'questionnaire.yml': questionnaireFileSchema,
  'challenges.yml': challengesFileSchema,
  'glossary.yml': glossaryFileSchema,
  'profile.yml': profileFileSchema,
}
/** Only a version that takes answers over from another one has it. */
const optionalFiles = { 'migration.yml': migrationFileSchema }
const folders = { factors: factorFileSchema, measures: measureFileSchema }
/** German words for the shape errors of zod, without changing zod's settings for anybody else. */
const shapeError = z.locales.de().localeError

interface ReadFile {
  readonly file: string
  readonly value: unknown
  readonly problems: readonly Problem[]
  readonly lineOf: (path: KeyPath) => number
}

function schemaFor(path: string): z.ZodType | null {
  if (Object.hasOwn(singleFiles, path)) return singleFiles[path as keyof typeof singleFiles]
  if (Object.hasOwn(optionalFiles, path)) return optionalFiles[path as keyof typeof optionalFiles]
  const [folder = '', name = '', ...deeper] = path.split('/')
  if (deeper.length > 0 || !name || !Object.hasOwn(folders, folder)) return null
  return folders[folder as keyof typeof folders]
}

function lineFinder(document: Document.Parsed, counter: LineCounter) {
  return (path: KeyPath) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line
    }
    return 1
  }
}

/** The mistakes content writers make most have a message of their own: rungs too many or too few, and no chapter named. */
function shapeProblem(file: string, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const full = unknownKey === undefined ? path : [...path, unknownKey]
  const key = full.join('.') || file
  const inOptions = full[0] === 'questions' && full[2] === 'options'
  const miscounted = full.length === 3 || (full.length === 4 && (unknownKey !== undefined || issue.code === 'invalid_type'))
  if (inOptions && miscounted) return { file, path: full, code: 'option-count', values: { key: full.slice(0, 3).join('.') } }
  const inMapping = file === 'migration.yml' && full[2] === 'mapping' && (full.length > 3 || unknownKey === undefined)
  if (inMapping) return { file, path: full, code: 'mapping-rungs', values: { key: full.slice(0, 3).join('.') } }
  if (full.at(-1) === 'chapters') return { file, path: full, code: 'missing-source', values: { key } }
  return { file, path: full, code: 'shape', values: { key, reason: issue.message } }
}

const unreadable = (file: string, line: number, reason: string): ReadFile => ({
  file,
  value: null,
  problems: [{ file, path: [], code: 'syntax', values: { reason } }],
  lineOf: () => line,
})

/** The value of a document, or why it has none: an alias without its anchor is found only here. */
function toValue(document: Document.Parsed): { value: unknown } | { reason: string } {
  try {
    return { value: document.toJS() }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

function readFile({ path: file, text }: TextFile): ReadFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineOf = lineFinder(document, counter)
  const [error] = document.errors
  if (error) return unreadable(file, counter.linePos(error.pos[0]).line, error.message)
  const read = toValue(document)
  if ('reason' in read) return unreadable(file, 1, read.reason)
  const { value } = read
  const schema = schemaFor(file)
  if (!schema) return { file, value, problems: [{ file, path: [], code: 'unexpected-file', values: { key: file } }], lineOf }
  const result = schema.safeParse(value, { error: shapeError })
  if (result.success) return { file, value: result.data, problems: [], lineOf }
  return { file, value, problems: result.error.issues.map((issue) => shapeProblem(file, issue)), lineOf }
}

/** Every id a broken file seems to declare, found without trusting its shape. */
function declaredIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(declaredIds)
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(declaredIds)]
}

/** A file that cannot even be parsed still stands for the id in its name. */
const nameAsId = (file: string) => file.replace(/^.*\//, '').replace(/\.yml$/, '')

/**
 * Parses and checks each file by itself. What concerns several files is `check/`.
 * @param files all content files of one version
 */
export function parseContent(files: readonly TextFile[]): ParsedContent {
  const read = files.map(readFile)
  const good = new Map(read.filter(({ problems }) => problems.length === 0).map(({ file, value }) => [file, value]))
  const present = new Set(read.map(({ file }) => file))
  const missing = Object.keys(singleFiles)
    .filter((file) => !present.has(file))
    .map((file): Problem => ({ file, path: [], code: 'missing-file', values: { key: file } }))
  const lines = new Map(read.map(({ file, lineOf }) => [file, lineOf]))

  // The cast is safe: `good` holds only what the schema of that very path gave.
  const single = <T>(file: string, empty: T): Sourced<T> => ({ file, value: (good.get(file) as T | undefined) ?? empty })
  const folder = <T>(name: string) =>
    [...good].filter(([file]) => file.startsWith(`${name}/`)).map(([file, value]) => ({ file, value: value as T }))
  const questionnaire = single<ContentParts['questionnaire']['value'] | null>('questionnaire.yml', null)
  const migration = good.get('migration.yml') as MigrationFile | undefined
  // A broken migration refers to questions and declares none.
  const broken = read.filter(({ file, problems }) => problems.length > 0 && !Object.hasOwn(optionalFiles, file))

  return {
    parts: questionnaire.value && {
      questionnaire: { file: questionnaire.file, value: questionnaire.value },
      factors: folder('factors'),
      measures: folder('measures'),
      challenges: single('challenges.yml', { challenges: [] }),
      glossary: single('glossary.yml', { terms: [] }),
      profile: single('profile.yml', { fields: [] }),
      migration: migration ? { file: 'migration.yml', value: migration } : null,
      unread: new Set(broken.flatMap(({ file, value }) => [nameAsId(file), ...declaredIds(value)])),
    },
    problems: [...missing, ...read.flatMap(({ problems }) => problems)],
    lineOf: (file, path) => lines.get(file)?.(path) ?? 1,
  }
}
