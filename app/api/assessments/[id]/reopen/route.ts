import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { reopenSchema } from '@/lib/rounds/schema'
import { reopenRound } from '@/lib/rounds/service'

/** Opens a closed round again. */
export const POST = postRoute<AssessmentParams>({
  // The page has several forms; it is told which one to show again.
  form: ({ id }) => ({ name: `reopen:${id}`, page: `${checkPage(id, 'abschluss')}?mit=oeffnen` }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const revision = await reopenRound(actor, id, parseFields(reopenSchema, fields).reason, now)
    const location = checkPage(id, 'abschluss')
    return { location, body: { revision, location } }
  },
})
export const GET = methodNotAllowed
