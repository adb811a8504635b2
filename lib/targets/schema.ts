/** What a form may send about a target. */
import { z } from 'zod'
import { addAppIssue, textSchema } from '../assessments/field-errors'
import { readLikelyDay } from '../assessments/german-day'
import { limits } from '../assessments/limits'
import { isBlank } from '../assessments/text'
import { idSchema } from '../questionnaire/schema'
import { lowestTarget, usualTarget } from '../recommendations/target'

/** Whole points between 50 and 75. */
const valueSchema = z.union([z.string(), z.number()]).transform((given, context) => {
  const value = typeof given === 'number' || /^\s*\d{1,3}\s*$/.test(given) ? Number(given) : Number.NaN
  if (!Number.isInteger(value)) addAppIssue(context, { code: 'wrong-type' })
  else if (value < lowestTarget || value > usualTarget) {
    addAppIssue(context, { code: 'number-out-of-range', values: { min: lowestTarget, max: usualTarget } })
  }
  return value
})

/** `2027-12-31` or `31.12.2027`; empty: none. */
const daySchema = z
  .string()
  .nullish()
  .transform((given, context) => {
    if (!given || given.trim() === '') return null
    const day = readLikelyDay(given)
    if (day === null) addAppIssue(context, { code: 'wrong-type' })
    return day
  })

/** A form sends numbers as text. 0: nothing is stored yet. */
const versionSchema = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])

/** Lower than usual it says why. Also told beside other errors: `when` has zod look at fields it refused too. */
const saysWhy = ({ value, reason }: { value?: unknown; reason?: unknown }) =>
  !(typeof value === 'number' && value < usualTarget) || (typeof reason === 'string' && !isBlank(reason))
const orReason = { path: ['reason'], params: { app: { code: 'required' } }, when: () => true }

/** A target as a form sends it. */
export const targetSchema = z
  .strictObject({
    factor: idSchema,
    /** Empty: the Kommune. Otherwise the id of the Quartier. */
    subject: z.string().regex(/^[\w-]{0,80}$/),
    value: valueSchema,
    dueOn: daySchema,
    reason: textSchema(z.string(), { limit: limits.reason, lines: limits.reasonLines }).default(''),
    version: versionSchema,
  })
  .refine(saysWhy, orReason)
