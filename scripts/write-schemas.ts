/** `npm run write-schemas`: renews the generated JSON Schemas beside the content. A test fails while they are stale. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { questionnaireJsonSchema } from '@/lib/questionnaire/json-schema'
import { commandLineSchemas } from '@/lib/report/json-schemas'

writeFileSync(join('questionnaires', 'schema.json'), questionnaireJsonSchema())
for (const { file, text } of commandLineSchemas()) writeFileSync(join('questionnaires', file), text)
