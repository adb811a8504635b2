import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { deleteAccount } from '@/lib/accounts/account-service'
import { forgetMarkCookie } from '@/lib/accounts/device-mark'
import { deleteAccountSchema } from '@/lib/accounts/schema'

/** Deletes one's own account. */
export const POST = postRoute({
  form: () => ({ name: 'delete-account', page: '/konto?mit=loeschen' }),
  run: async ({ fields }, { actor, request, now }) => {
    const email = await deleteAccount(actor, parseFields(deleteAccountSchema, fields).password, now)
    const forgotten = forgetMarkCookie(request.headers.get('cookie'), email)
    return { location: '/anmelden?geloescht=1', session: null, cookies: [forgotten] }
  },
})
export const GET = methodNotAllowed
