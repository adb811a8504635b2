/** The shape of a coded answer file (questionnaires/README.md), as read by the command line, samples and reference towns. */
import { z } from 'zod'
import { idSchema } from '../questionnaire/schema'

/** Limits of free text, the same as on the site. */
const comment = z.string().max(4000)
const clarify = z.string().max(200)

const beside = {
  comment: comment.optional(),
  clarify: clarify.optional(),
  /** Coded texts only: the passage the answer rests on, whose statement it is, whether a lower rung was inferred. */
  passage: z.string().min(1).optional(),
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
  source: z.string().max(200).default(''),
})

export const assessmentFileSchema = z.strictObject({
  questionnaire: z.strictObject({ id: idSchema, version: z.string() }),
  mode: z.enum(['schnell', 'voll']),
  /** One line saying what this sheet is. */
  label: z.string().optional(),
  profile: z.record(idSchema, z.union([z.string().max(200), z.number(), z.array(idSchema), figureSchema])),
  challenges: z.array(idSchema).default([]),
  quartier: z.strictObject({ name: z.string().trim().min(1).max(120) }),
  answers: z.record(idSchema, fileAnswerSchema),
})

export type AssessmentFile = z.infer<typeof assessmentFileSchema>
