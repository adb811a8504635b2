import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { spenderOf } from '@/app/_lib/spender'
import { requireAnonymousStart } from '@/lib/assessments/anonymous-start'
import { startSchema } from '@/lib/assessments/schema'
import { startAssessment } from '@/lib/assessments/service'
import { spend } from '@/lib/budgets/spend'

/** Begins a full check or a Schnellcheck. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'start', page: '/' }),
  buttonOnly: true,
  run: async ({ fields }, context) => {
    requireAnonymousStart()
    const given = parseFields(startSchema, fields)
    await spend('start', spenderOf(context))
    const { key, now } = context
    const { id, newKey } = await startAssessment({ key, now, ...given })
    const location = checkPage(id, 'profil')
    return { location, newKey, body: { id, location } }
  },
})
export const GET = methodNotAllowed
