import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { detailsSchema } from '@/lib/assessments/schema'
import { saveDetails } from '@/lib/assessments/service'

/** Saves what the cover of the report says. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }) => ({ name: `details:${id}`, page: checkPage(id, 'bericht') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { shown, ...details } = parseFields(detailsSchema, fields)
    await saveDetails(actor, id, details, now, shown)
    return { location: `${checkPage(id, 'bericht')}?gespeichert=1` }
  },
})
export const GET = methodNotAllowed
