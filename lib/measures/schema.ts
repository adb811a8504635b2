/** The fields of a measure: what a form may send and what the history keeps. */
import { z } from 'zod'
import { addAppIssue, textSchema } from '../assessments/field-errors'
import { readLikelyDay } from '../assessments/german-day'
import { limits } from '../assessments/limits'
import { isBlank } from '../assessments/text'
import { idSchema, measureFileSchema } from '../questionnaire/schema'

/** Most characters of each text. The input fields state the same numbers. */
export const measureLimits = {
  title: 200,
  lead: 200,
  partners: 400,
  resolutionNumber: 80,
  effort: 200,
  reason: 1_000,
  note: 4_000,
} as const

/** Most lines of those that may have several. */
export const measureLines = { reason: limits.reasonLines, note: limits.commentLines } as const

export const statuses = ['geplant', 'laeuft', 'erledigt', 'verworfen'] as const
export const statusSchema = z.enum(statuses)
export type Status = z.infer<typeof statusSchema>

/** As in the content's measures. */
export const costClasses = measureFileSchema.shape.cost.options
const costClassSchema = z.enum(['', ...costClasses])

const storedDay = z.string().nullable()

/** As stored, and as `before` of the history. In the order of the form. */
export const measureFieldsSchema = z.strictObject({
  title: z.string(),
  factorId: z.string(),
  lead: z.string(),
  partners: z.string(),
  dueOn: storedDay,
  status: statusSchema,
  reason: z.string(),
  resolvedOn: storedDay,
  resolutionNumber: z.string(),
  costClass: costClassSchema,
  effort: z.string(),
  note: z.string(),
})
export type MeasureFields = Readonly<z.infer<typeof measureFieldsSchema>>
export type FieldName = keyof MeasureFields
export const fieldNames = measureFieldsSchema.keyof().options

/** `before` of one change, and what else the history says about it. */
export const changeColumnSchema = z.strictObject({
  fields: measureFieldsSchema,
  /** What was given up for what was stored, after two people had changed the same. */
  setAside: measureFieldsSchema.partial().optional(),
  /** The round that asked what became of the measure. */
  askedBy: z.string().optional(),
})
export type ChangeColumn = z.infer<typeof changeColumnSchema>

const line = (limit: number) => textSchema(z.string(), { limit, oneLine: true }).default('')
const paragraph = (limit: number, lines: number) => textSchema(z.string(), { limit, lines }).default('')

/** `2027-06-30` or `30.6.2027`; empty: none. */
const day = z
  .string()
  .nullish()
  .transform((value, context) => {
    if (!value || value.trim() === '') return null
    const iso = readLikelyDay(value)
    if (iso !== null) return iso
    addAppIssue(context, { code: 'wrong-type' })
    return null
  })

const required = (value: string, context: z.RefinementCtx) => {
  if (value === '') addAppIssue(context, { code: 'required' })
  return value
}

/** An id as `newId` makes it. */
export const rowIdSchema = z.string().regex(/^[\w-]{22}$/)
/** A form sends numbers as text. */
const versionSchema = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])

const sentFields = {
  title: textSchema(z.string(), { limit: measureLimits.title, oneLine: true }).transform(required),
  factorId: z
    .string()
    .max(80)
    .transform(required)
    .pipe(z.union([idSchema, z.literal('')])),
  lead: line(measureLimits.lead),
  partners: line(measureLimits.partners),
  dueOn: day,
  status: statusSchema.default('geplant'),
  reason: paragraph(measureLimits.reason, measureLines.reason),
  resolvedOn: day,
  resolutionNumber: line(measureLimits.resolutionNumber),
  costClass: costClassSchema.default(''),
  effort: line(measureLimits.effort),
  note: paragraph(measureLimits.note, measureLines.note),
}

/** A measure that was dropped says why. Also told beside other errors: `when` has zod look at fields it refused too. */
const saysWhy = ({ status, reason }: { status?: unknown; reason?: unknown }) =>
  status !== 'verworfen' || (typeof reason === 'string' && !isBlank(reason))
const orReason = { path: ['reason'], params: { app: { code: 'required' } }, when: () => true }

/** A new measure. `id` comes from the rendered form: a form that is sent twice makes one measure. */
export const newMeasureSchema = z
  .strictObject({
    ...sentFields,
    id: rowIdSchema.optional(),
    /** The round and its recommendation; both or none. */
    runde: rowIdSchema.optional(),
    empfehlung: idSchema.optional(),
  })
  .refine(saysWhy, orReason)

/** An edited measure. `keep` names the fields in which the stored version was chosen, separated by blanks. */
export const editSchema = z
  .strictObject({
    ...sentFields,
    version: versionSchema,
    keep: z
      .string()
      .max(200)
      .default('')
      .transform((names) => fieldNames.filter((name) => names.split(' ').includes(name))),
  })
  .refine(saysWhy, orReason)

/** What became of a measure, as a round asks. */
export const stateSchema = z
  .strictObject({
    measure: rowIdSchema,
    runde: rowIdSchema,
    status: statusSchema,
    reason: sentFields.reason,
    note: sentFields.note,
    version: versionSchema,
  })
  .refine(saysWhy, orReason)
