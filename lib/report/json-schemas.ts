/** The JSON Schemas of what the command line reads and writes, generated from the one description of each. */
import { z } from 'zod'
import { assessmentFileSchema } from '../assessment-file/schema'
import { resultJsonSchema } from './result-json'

const schemaText = (schema: z.ZodType, io: 'input' | 'output') =>
  `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io }), null, 2)}\n`

/** Gives file name (below `questionnaires/`) and text of each schema. */
export function commandLineSchemas(): readonly { readonly file: string; readonly text: string }[] {
  return [
    { file: 'assessment-file.schema.json', text: schemaText(assessmentFileSchema, 'input') },
    { file: 'result.schema.json', text: schemaText(resultJsonSchema, 'output') },
  ]
}
