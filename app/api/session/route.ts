import { clientAddress } from '@/app/_lib/client-address'
import { loginPage, pageBeforeLogin } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { loginSchema } from '@/lib/accounts/schema'
import { sessionCookieOf } from '@/app/_lib/signed-in'
import { signIn } from '@/lib/accounts/session-service'

/** Signs a person in. */
export const POST = postRoute({
  open: true,
  form: (_, { fields }) => ({ name: 'login', page: loginPage(pageBeforeLogin(fields.von)) }),
  run: async ({ fields }, { request }) => {
    const { email, password, von } = parseFields(loginSchema, fields)
    const previous = sessionCookieOf(request)
    const cookies = request.headers.get('cookie')
    const { cookie, mark } = await signIn({ email, password, address: clientAddress(request), cookies }, previous)
    return { location: pageBeforeLogin(von) ?? '/arbeitsbereich', session: cookie, cookies: [mark] }
  },
})
export const GET = methodNotAllowed
