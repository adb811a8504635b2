import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { sessionCookieOf } from '@/app/_lib/signed-in'
import { setUp } from '@/lib/accounts/invitation-service'
import { setUpSchema } from '@/lib/accounts/schema'
import { signInAfterCode } from '@/lib/accounts/session-service'

/** Makes a workspace and its first coordinator, and signs that person in. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'set-up', page: '/einrichten' }),
  run: async ({ fields }, { request, now }) => {
    const { code, kommune, name, email, password } = parseFields(setUpSchema, fields)
    const { workspaceId } = await setUp(code, kommune, { name, email, password }, now)
    const cookies = request.headers.get('cookie')
    const { cookie, mark } = await signInAfterCode({ email, password, cookies }, sessionCookieOf(request))
    return { location: workspacePage(workspaceId), session: cookie, cookies: [mark] }
  },
})
export const GET = methodNotAllowed
