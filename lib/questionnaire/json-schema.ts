/** The JSON Schema by which editors complete and check content files (`questionnaires/schema.json`). */
import { z } from 'zod'
import { migrationFileSchema } from './migration/migration-schema'
import {
  challengesFileSchema,
  factorFileSchema,
  glossaryFileSchema,
  measureFileSchema,
  profileFileSchema,
  questionnaireFileSchema,
} from './schema'

const files = {
  questionnaire: questionnaireFileSchema,
  factor: factorFileSchema,
  measure: measureFileSchema,
  challenges: challengesFileSchema,
  glossary: glossaryFileSchema,
  profile: profileFileSchema,
  migration: migrationFileSchema,
}

/** Draft 7 is what the YAML language server knows best. `input`: keys with a default may be left out. */
function definition(schema: z.ZodType): object {
  const entries = Object.entries(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }))
  return Object.fromEntries(entries.filter(([key]) => key !== '$schema'))
}

/** Gives the text of `schema.json`; a content file names its part on line one, e.g. `…/schema.json#/$defs/factor`. */
export function questionnaireJsonSchema(): string {
  const $defs = Object.fromEntries(Object.entries(files).map(([name, schema]) => [name, definition(schema)]))
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $defs }, null, 2)}\n`
}
