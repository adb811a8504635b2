import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { emptySchema } from '@/lib/assessments/schema'
import { forgetRejectedInputs } from '@/lib/assessments/service'
import { sessionCookieOf } from '@/app/_lib/signed-in'
import { signOut } from '@/lib/accounts/session-service'

/** Signs this browser out; whoever uses it next does not read what was typed and refused before. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'logout', page: '/anmelden' }),
  run: async ({ fields }, { request, key, now }) => {
    parseFields(emptySchema, fields)
    await forgetRejectedInputs(key, now)
    await signOut(sessionCookieOf(request))
    return { location: '/anmelden?abgemeldet=1', session: null }
  },
})
export const GET = methodNotAllowed
