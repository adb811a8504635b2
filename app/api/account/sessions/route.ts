import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { sessionCookieOf, sessionOfRequest } from '@/app/_lib/signed-in'
import { endOtherSessions, endSession } from '@/lib/accounts/account-service'
import { endSessionSchema } from '@/lib/accounts/schema'
import { signOut } from '@/lib/accounts/session-service'
import { forgetRejectedInputs } from '@/lib/assessments/service'

/** Ends one of one's sessions, or all in other browsers. */
export const POST = postRoute({
  // The page has three forms; it is told which one to show again.
  form: () => ({ name: 'sessions', page: '/konto?mit=anmeldungen' }),
  run: async ({ fields }, { actor, key, request, now }) => {
    const { session } = parseFields(endSessionSchema, fields)
    const { id } = await sessionOfRequest(request, now)
    if (session === id) {
      await forgetRejectedInputs(key, now)
      await signOut(sessionCookieOf(request))
      return { location: '/anmelden?abgemeldet=1', session: null }
    }
    if (session !== undefined) await endSession(actor, session)
    else await endOtherSessions(actor, id)
    return { location: `/konto?beendet=${session === undefined ? 'andere' : 'eine'}` }
  },
})
export const GET = methodNotAllowed
