import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { sessionOfRequest } from '@/app/_lib/signed-in'
import { endOtherSessions } from '@/lib/accounts/account-service'
import { emptySchema } from '@/lib/assessments/schema'

/** Ends one's sessions in other browsers. */
export const POST = postRoute({
  // The page has three forms; it is told which one to show again.
  form: () => ({ name: 'sessions', page: '/konto?mit=anmeldungen' }),
  run: async ({ fields }, { actor, request, now }) => {
    parseFields(emptySchema, fields)
    await endOtherSessions(actor, (await sessionOfRequest(request, now)).id)
    return { location: '/konto?beendet=1' }
  },
})
export const GET = methodNotAllowed
