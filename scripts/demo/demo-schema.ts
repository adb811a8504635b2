/** The shape of `demo.yml`: who works in the fictional town, when its rounds were, what became of its measures. */
import { z } from 'zod'
import { roleSchema } from '@/lib/accounts/permissions'
import { addAppIssue, textSchema } from '@/lib/assessments/field-errors'
import { limits } from '@/lib/assessments/limits'
import { costClasses, measureLimits, measureLines, statusSchema } from '@/lib/measures/schema'
import { idSchema } from '@/lib/questionnaire/schema'
import { lowestTarget, usualTarget } from '@/lib/recommendations/target'

const line = (limit: number) => textSchema(z.string(), { limit, oneLine: true })
const paragraph = (limit: number, lines: number) => textSchema(z.string(), { limit, lines })
const day = z.string().transform((text, context) => {
  if (!z.iso.date().safeParse(text).success) addAppIssue(context, { code: 'wrong-type' })
  return text
})
/** Names a round and the file of its answers. */
const year = z.string().transform((text, context) => {
  if (!/^\d{4}$/.test(text)) addAppIssue(context, { code: 'wrong-type' })
  return text
})

const personSchema = z.strictObject({ id: idSchema, name: line(limits.name), email: z.string(), role: roleSchema })

const decisionSchema = z.strictObject({
  on: day,
  measure: idSchema,
  decision: z.enum(['spaeter', 'nicht-vorgesehen']),
  reason: paragraph(limits.reason, limits.reasonLines).default(''),
})

const roundSchema = z.strictObject({
  year,
  begun: day,
  answered: day,
  closed: day.nullable().default(null),
  agreedOn: day.nullable().default(null),
  answeredBy: z.array(line(limits.name)).max(limits.roles),
  fileReference: line(limits.fileReference).default(''),
  decisions: z.array(decisionSchema).default([]),
})

/** What is said of a measure at one time; the rest stays as it is. */
const statement = {
  lead: line(measureLimits.lead).optional(),
  partners: line(measureLimits.partners).optional(),
  dueOn: day.optional(),
  status: statusSchema.optional(),
  reason: paragraph(measureLimits.reason, measureLines.reason).optional(),
  resolvedOn: day.optional(),
  resolutionNumber: line(measureLimits.resolutionNumber).optional(),
  costClass: z.enum(costClasses).optional(),
  effort: line(measureLimits.effort).optional(),
  note: paragraph(measureLimits.note, measureLines.note).optional(),
}

const changeSchema = z.strictObject({ on: day, by: idSchema, askedIn: year.optional(), ...statement })

const measureSchema = z.strictObject({
  round: year.optional(),
  recommendation: idSchema.optional(),
  title: line(measureLimits.title).optional(),
  factor: idSchema.optional(),
  created: day,
  by: idSchema,
  ...statement,
  changes: z.array(changeSchema).default([]),
})

const targetSchema = z.strictObject({
  on: day,
  factor: idSchema,
  value: z.int().min(lowestTarget).max(usualTarget),
  dueOn: day,
  reason: paragraph(limits.reason, limits.reasonLines).default(''),
})

export const demoSchema = z.strictObject({
  kommune: line(limits.name),
  people: z.array(personSchema).min(1),
  rounds: z.array(roundSchema).min(1),
  measures: z.array(measureSchema),
  targets: z.array(targetSchema),
})

export type Demo = z.infer<typeof demoSchema>
export type DemoPerson = Demo['people'][number]
export type DemoRound = Demo['rounds'][number]
export type DemoMeasure = Demo['measures'][number]
