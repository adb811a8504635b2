import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { sessionCookieOf } from '@/app/_lib/signed-in'
import { markCookie } from '@/lib/accounts/device-mark'
import { resetPassword } from '@/lib/accounts/reset-service'
import { resetSchema } from '@/lib/accounts/schema'
import { signOut } from '@/lib/accounts/session-service'

/** Sets a new password with a one-time code. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'reset', page: '/passwort' }),
  run: async ({ fields }, { request, now }) => {
    const { code, password } = parseFields(resetSchema, fields)
    const email = await resetPassword(code, password, now)
    // Whoever was signed in here, perhaps somebody else, is not any more.
    await signOut(sessionCookieOf(request))
    const mark = markCookie(request.headers.get('cookie'), email)
    return { location: '/anmelden?neues-passwort=1', session: null, cookies: [mark] }
  },
})
export const GET = methodNotAllowed
