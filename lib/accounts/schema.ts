/** What the forms about accounts and members accept. Strict: an unknown field is refused, never ignored. */
import { z } from 'zod'
import { addAppIssue, textSchema } from '../assessments/field-errors'
import { limits } from '../assessments/limits'
import { roleSchema } from './permissions'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/)

const requiredLine = (limit: number) =>
  textSchema(z.string(), { limit, oneLine: true }).transform((text, context) => {
    if (text === '') addAppIssue(context, { code: 'required' })
    return text
  })

/** Lower case, so that one address is one account. Whether mail arrives there is never asked: none is sent. */
const email = z.string().transform((given, context) => {
  const text = given.trim().toLowerCase()
  if (text === '') addAppIssue(context, { code: 'required' })
  else if (!z.email().max(200).safeParse(text).success) addAppIssue(context, { code: 'bad-email' })
  return text
})

/** Compared and hashed as typed; only its length is limited here, so that nobody makes the server hash a book. */
const password = z.string().transform((text, context) => {
  if (text === '') addAppIssue(context, { code: 'required' })
  if (text.length > 1_000) addAppIssue(context, { code: 'text-too-long', values: { limit: 1_000 } })
  return text
})
const code = z.string().max(200)

/** The same new password twice, because nobody sees what is typed and no mail helps afterwards. */
const repeated = <Shape extends { password: string; 'password-again': string }>(
  given: Shape,
  context: z.RefinementCtx<Shape>,
) => {
  if (given.password === given['password-again']) return
  context.addIssue({ code: 'custom', path: ['password-again'], params: { app: { code: 'passwords-differ' } }, message: 'differ' })
}

export const loginSchema = z.strictObject({ email, password, von: z.string().max(500).optional() })

const newPerson = { name: requiredLine(limits.name), email, password, 'password-again': password }
export const setUpSchema = z.strictObject({ code, kommune: requiredLine(limits.name), ...newPerson }).superRefine(repeated)
/** With a new account. */
export const joinAsNewSchema = z.strictObject({ code, ...newPerson }).superRefine(repeated)
/** With the account one is signed in with. */
export const joinSchema = z.strictObject({ code })
export const resetSchema = z.strictObject({ code, password, 'password-again': password }).superRefine(repeated)
export const changePasswordSchema = z
  .strictObject({ 'current-password': password, password, 'password-again': password })
  .superRefine(repeated)
/** Without an id, all sessions but this one. */
export const endSessionSchema = z.strictObject({ session: id.optional() })
export const deleteAccountSchema = z.strictObject({ password })

export const inviteSchema = z.strictObject({
  role: roleSchema,
  label: textSchema(z.string(), { limit: limits.name, oneLine: true }),
})
export const invitationActionSchema = z.strictObject({ revoke: id })
/** One form per member: another role, or out. */
export const memberSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('role'), member: id, role: roleSchema }),
  z.strictObject({ action: z.literal('remove'), member: id, confirm: z.literal('ja') }),
  z.strictObject({ action: z.literal('leave'), confirm: z.literal('ja') }),
])
