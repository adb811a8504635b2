import { clientAddress } from '@/app/_lib/client-address'
import { loginPage, pageBeforeLogin } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { loginSchema } from '@/lib/accounts/schema'
import { sessionOfHeader } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'

/** Signs a person in. */
export const POST = postRoute({
  open: true,
  form: (_, { fields }) => ({ name: 'login', page: loginPage(pageBeforeLogin(fields.von)) }),
  run: async ({ fields }, { request, now }) => {
    const { email, password, von } = parseFields(loginSchema, fields)
    const previous = sessionOfHeader(request.headers.get('cookie'))
    const { cookie } = await signIn({ email, password, address: clientAddress(request) }, previous, now)
    return { location: pageBeforeLogin(von) ?? '/arbeitsbereich', session: cookie }
  },
})
export const GET = methodNotAllowed
