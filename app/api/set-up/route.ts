import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { setUp } from '@/lib/accounts/invitation-service'
import { setUpSchema } from '@/lib/accounts/schema'
import { signIn } from '@/lib/accounts/session-service'

/** Makes a workspace and its first coordinator, and signs that person in. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'set-up', page: '/einrichten' }),
  run: async ({ fields }, { now }) => {
    const { code, kommune, name, email, password } = parseFields(setUpSchema, fields)
    const { workspaceId } = await setUp(code, kommune, { name, email, password }, now)
    const { cookie } = await signIn({ email, password, address: null }, null, now)
    return { location: workspacePage(workspaceId), session: cookie }
  },
})
export const GET = methodNotAllowed
