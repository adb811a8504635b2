import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { resetPassword } from '@/lib/accounts/reset-service'
import { resetSchema } from '@/lib/accounts/schema'

/** Sets a new password with a one-time code. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'reset', page: '/passwort' }),
  run: async ({ fields }, { now }) => {
    const { code, password } = parseFields(resetSchema, fields)
    await resetPassword(code, password, now)
    return { location: '/anmelden?neues-passwort=1', session: null }
  },
})
export const GET = methodNotAllowed
