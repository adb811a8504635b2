import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { deleteAccount } from '@/lib/accounts/account-service'
import { deleteAccountSchema } from '@/lib/accounts/schema'

/** Deletes one's own account. */
export const POST = postRoute({
  form: () => ({ name: 'delete-account', page: '/konto?mit=loeschen' }),
  run: async ({ fields }, { actor, now }) => {
    await deleteAccount(actor, parseFields(deleteAccountSchema, fields).password, now)
    return { location: '/anmelden?geloescht=1', session: null }
  },
})
export const GET = methodNotAllowed
