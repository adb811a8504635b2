/** The shapes of JSON columns, checked when they are read: a row from an older program version must not surprise a page. */
import { z } from 'zod'
import { recordSchema } from '../record-schema'

export const figureSchema = z.strictObject({ value: z.number(), year: z.int().nullable(), source: z.string() })
export const profileColumnSchema = recordSchema(z.string(), z.union([z.string(), z.array(z.string()), z.number(), figureSchema]))
export const idListColumnSchema = z.array(z.string())
export const modeSchema = z.enum(['schnell', 'voll'])
export const answerStateSchema = z.enum(['answered', 'unknown', 'not_applicable', 'open'])
/** Of an answer, without what else its row holds. */
export const answerContentSchema = z.object({
  state: answerStateSchema,
  value: z.int().nullable(),
  reason: z.string().nullable(),
  comment: z.string(),
  clarifyWith: z.string(),
})
export const decisionIdSchema = z.enum(['uebernehmen', 'spaeter', 'nicht-vorgesehen'])
export const roundStatusSchema = z.enum(['offen', 'abgeschlossen'])
