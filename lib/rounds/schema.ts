/** What the Route Handlers of rounds accept. Strict: an unknown field is refused, never ignored. */
import { z } from 'zod'
import { addAppIssue, textSchema } from '../assessments/field-errors'
import { readLikelyDay } from '../assessments/german-day'
import { limits } from '../assessments/limits'
import { modeSchema } from '../assessments/stored-json'
import { isBlank } from '../assessments/text'

const line = (limit: number) => textSchema(z.string(), { limit, oneLine: true })
const needed = (limit: number) =>
  line(limit).transform((text, context) => {
    if (text === '') addAppIssue(context, { code: 'required' })
    return text
  })
/** `2026-11-23` or `23.11.2026`; not a slip of the keyboard. */
const day = z.string().transform((text, context) => {
  if (text.trim() === '') {
    addAppIssue(context, { code: 'required' })
    return ''
  }
  const read = readLikelyDay(text)
  if (read === null) addAppIssue(context, { code: 'wrong-type' })
  return read ?? ''
})
const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/)

/** An id, or a word for none. */
const idOr = (none: string) =>
  z
    .union([z.enum(['', none]), id])
    .default('')
    .transform((value) => (value === '' || value === none ? null : value))

const naming = { name: needed(limits.name), periodFrom: day, periodTo: day }

/** Days are compared as text, so that no time zone can move them. */
function inOrder({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }, context: z.RefinementCtx): void {
  if (periodFrom > periodTo) context.addIssue({ code: 'custom', path: ['periodTo'], params: { app: { code: 'date-order' } } })
}

export const startRoundSchema = z
  .strictObject({
    ...naming,
    /** Of the rendered form: sent twice, it begins one round. */
    id: id.optional(),
    mode: modeSchema,
    /** The round whose answers are taken over; `leer`: none. */
    basedOn: idOr('leer'),
    /** The Quartier of an empty round; `neu`: another one than before. */
    place: idOr('neu'),
  })
  .superRefine(inOrder)

export const claimSchema = z.strictObject({ ...naming, check: id }).superRefine(inOrder)

const fileReference = line(limits.fileReference)
/** The Aktenzeichen that the form showed: if another was noted since, nothing is overwritten. Without it the new one counts. */
const shown = fileReference.optional()
/** Without an Aktenzeichen the one noted before stays. */
export const closeSchema = z.strictObject({ fileReference: fileReference.optional(), shown })
export const fileReferenceSchema = z.strictObject({ fileReference, shown })
export const reopenSchema = z.strictObject({
  reason: textSchema(z.string(), { limit: limits.reason, lines: limits.reasonLines }).transform((text, context) => {
    if (isBlank(text)) addAppIssue(context, { code: 'required' })
    return text
  }),
})

/** The version that the preview showed, e.g. `1.1.0`. */
export const moveSchema = z.strictObject({ version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/) })
