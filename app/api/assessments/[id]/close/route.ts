import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { closeSchema } from '@/lib/rounds/schema'
import { closeRound } from '@/lib/rounds/service'

/** Closes a round. */
export const POST = postRoute<AssessmentParams>({
  // The page has several forms; it is told which one to show again.
  form: ({ id }) => ({ name: `close:${id}`, page: `${checkPage(id, 'abschluss')}?mit=abschluss` }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { hash } = await closeRound(actor, id, now, parseFields(closeSchema, fields))
    const location = checkPage(id, 'abschluss')
    return { location, body: { hash, location } }
  },
})
export const GET = methodNotAllowed
