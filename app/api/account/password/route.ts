import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { sessionOfRequest } from '@/app/_lib/signed-in'
import { changePassword } from '@/lib/accounts/account-service'
import { changePasswordSchema } from '@/lib/accounts/schema'

/** Changes one's own password. */
export const POST = postRoute({
  form: () => ({ name: 'password', page: '/konto' }),
  run: async ({ fields }, { actor, request, now }) => {
    const { id } = await sessionOfRequest(request, now)
    const { password, 'current-password': current } = parseFields(changePasswordSchema, fields)
    const session = await changePassword(actor, id, { current, next: password }, now)
    return { location: '/konto?passwort=1', ...(session === null ? {} : { session }) }
  },
})
export const GET = methodNotAllowed
