/** The shape of a coded answer file (questionnaires/README.md), as read by the command line, samples and reference towns. */
import { z } from 'zod'
import { addAppIssue, textSchema } from '../assessments/field-errors'
import { limits } from '../assessments/limits'
import type { TextRule } from '../assessments/text'
import { idSchema } from '../questionnaire/schema'
import { recordSchema } from '../record-schema'

/** Free text by the rule and the limits of the site's forms; editors learn the limit from the generated schema. */
const paragraph = (limit: number, lines: number) => textSchema(z.string().meta({ maxLength: limit }), { limit, lines })
const line = (limit: number) => textSchema(z.string().meta({ maxLength: limit }), { limit, oneLine: true })
const someText = (rule: TextRule) =>
  textSchema(z.string().meta({ minLength: 1, maxLength: rule.limit }), rule).transform((text, context) => {
    if (text === '') addAppIssue(context, { code: 'required' })
    return text
  })

const beside = {
  comment: paragraph(limits.comment, limits.commentLines).optional(),
  clarify: line(limits.clarifyWith).optional(),
  /** Coded texts only: the passage the answer rests on, whose statement it is, whether a lower rung was inferred. */
  passage: someText({ limit: limits.comment, lines: limits.commentLines }).optional(),
  aussage_von: z.enum(['Bericht', 'Stadt', 'örtliche Akteure', 'Kritik']).optional(),
  abgeleitet: z.boolean().optional(),
}

const fileAnswerSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('answered'), value: z.int().min(0).max(4), ...beside }),
  z.strictObject({ state: z.literal('unknown'), ...beside }),
  z.strictObject({ state: z.literal('not_applicable'), reason: idSchema, ...beside }),
  z.strictObject({ state: z.literal('open'), ...beside }),
])

const figureSchema = z.strictObject({
  value: z.number(),
  year: z.int().min(1900).max(2200).nullable().default(null),
  source: line(limits.source).default(''),
})

export const assessmentFileSchema = z.strictObject({
  questionnaire: z.strictObject({ id: idSchema, version: z.string() }),
  mode: z.enum(['schnell', 'voll']),
  /** One line saying what this sheet is. */
  label: line(limits.label).optional(),
  profile: recordSchema(idSchema, z.union([line(limits.source), z.number(), z.array(idSchema).max(100), figureSchema])),
  challenges: z.array(idSchema).max(100).default([]),
  quartier: z.strictObject({ name: someText({ limit: limits.name, oneLine: true }) }),
  answers: recordSchema(idSchema, fileAnswerSchema),
})

export type AssessmentFile = z.infer<typeof assessmentFileSchema>
