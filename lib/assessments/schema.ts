/**
 * What the Route Handlers accept, form-encoded and JSON alike. Strict: an unknown field is refused, never ignored.
 * Answers and profile are checked against the questionnaire afterwards (parse-answers, parse-profile).
 */
import { z } from 'zod'
import { recordSchema } from '../record-schema'
import { addAppIssue, textSchema } from './field-errors'
import { readLikelyDay } from './german-day'
import { limits } from './limits'

const line = (limit: number) => textSchema(z.string(), { limit, oneLine: true })
const paragraph = (limit: number, lines: number) => textSchema(z.string(), { limit, lines })
const isId = (value: string) => /^[A-Za-z0-9_-]{1,80}$/.test(value)
const id = z.string().refine(isId, { params: { app: { code: 'bad-request' } } })
/** A form sends numbers as text. */
const count = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])
/** One value or several: forms repeat the name, and send nothing for none. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(100),
  )
/** The name of a page to go to afterwards; only pages of the same assessment are recognised. */
const nextSchema = z.string().max(200).optional()

/** The mark of what the form showed (shown-state). */
export const shownSchema = z.string().max(64).optional()

export const startSchema = z.strictObject({ mode: z.enum(['voll', 'schnell']) })

export const challengesSchema = z.strictObject({ challenges: many(id), shown: shownSchema, next: nextSchema })

export const placeSchema = z.strictObject({
  name: line(limits.name).transform((name, context) => {
    if (name === '') addAppIssue(context, { code: 'required' })
    return name
  }),
  shown: shownSchema,
  next: nextSchema,
})

/** Values by field id; which fields there are says the questionnaire. */
export const profileSchema = recordSchema(z.string().max(100), z.union([z.string(), z.array(z.string()).max(100)]))

/** A ticked box or a pressed button, or nothing. */
const yes = z
  .union([z.literal('ja'), z.boolean()])
  .optional()
  .transform((value) => value === 'ja' || value === true)

/** One question of a submission. Fields that are missing mean nothing was chosen or written. */
export const submittedAnswerSchema = z.strictObject({
  choice: z.string().max(100).default(''),
  comment: paragraph(limits.comment, limits.commentLines).default(''),
  clarifyWith: line(limits.clarifyWith).default(''),
  version: count,
  /** „Noch offen lassen“ */
  later: yes,
  /** „Die gespeicherte Fassung behalten“ */
  setAside: yes,
})

/** Not a record schema: that one drops a key called `__proto__` without a word. */
const plainObject = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { params: { app: { code: 'wrong-type' } } },
)

/** The frame of a submission; its answers are parsed one by one, so that the valid ones are saved. */
export const answersSchema = z.strictObject({
  factor: id,
  formId: id,
  seq: count.optional(),
  answers: plainObject,
  /** The version of the questionnaire that was shown; an older program may not send it. */
  questionnaire: z.string().max(20).optional(),
  next: nextSchema,
})

export const decisionSchema = z.strictObject({
  measure: id,
  decision: z
    .enum(['', 'uebernehmen', 'spaeter', 'nicht-vorgesehen'])
    .nullish()
    .transform((value) => value || null),
  reason: paragraph(limits.reason, limits.reasonLines).default(''),
  shown: shownSchema,
  next: nextSchema,
})

export const detailsSchema = z.strictObject({
  /** `2026-11-23` or `23.11.2026`; empty: a draft. */
  agreedOn: z
    .string()
    .trim()
    .nullish()
    .transform((value, context) => {
      if (!value) return null
      const day = readLikelyDay(value)
      if (day === null) addAppIssue(context, { code: 'wrong-type' })
      return day
    }),
  /** One role a line; lines in which nothing can be seen are none. */
  answeredBy: z
    .union([z.string().transform((value) => value.split(/\r\n?|\n/)), z.array(z.string())])
    .default([])
    .transform((roles) => roles.map((role) => role.trim()).filter((role) => role !== ''))
    .pipe(z.array(line(limits.name)).max(limits.roles, { abort: true }))
    .transform((roles) => roles.filter((role) => role !== '')),
  shown: shownSchema,
})

export const resumeSchema = z.strictObject({ code: z.string().max(200) })
export const resumeCodeActionSchema = z.strictObject({ action: z.enum(['issue', 'revoke']) })
export const deleteSchema = z.strictObject({ confirm: z.literal('ja') })
export const emptySchema = z.strictObject({})
