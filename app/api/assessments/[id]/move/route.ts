import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { moveToNewest } from '@/lib/rounds/move-service'
import { moveSchema } from '@/lib/rounds/schema'

/** Brings an open check to the newest version of its questionnaire, as the preview showed it. */
export const POST = postRoute<AssessmentParams>({
  form: ({ id }) => ({ name: `move:${id}`, page: checkPage(id, 'umstellung') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    await moveToNewest(actor, id, parseFields(moveSchema, fields).version, now)
    return { location: checkPage(id) }
  },
})
export const GET = methodNotAllowed
