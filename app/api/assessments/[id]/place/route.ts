import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage, nextPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { placeSchema } from '@/lib/assessments/schema'
import { savePlace } from '@/lib/assessments/service'

/** Names the Quartier. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }) => ({ name: `place:${id}`, page: checkPage(id, 'quartier') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { name, shown, next } = parseFields(placeSchema, fields)
    await savePlace(actor, id, name, now, shown)
    return { location: nextPage(id, next, checkPage(id)) }
  },
})
export const GET = methodNotAllowed
