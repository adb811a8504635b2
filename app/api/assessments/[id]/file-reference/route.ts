import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { closeSchema } from '@/lib/rounds/schema'
import { saveFileReference } from '@/lib/rounds/service'

/** Notes the Aktenzeichen of a round, also after it was closed: it is often given out later. */
export const POST = postRoute<AssessmentParams>({
  form: ({ id }) => ({ name: `file-reference:${id}`, page: checkPage(id, 'abschluss') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    await saveFileReference(actor, id, parseFields(closeSchema, fields).fileReference, now)
    return { location: `${checkPage(id, 'abschluss')}?gespeichert=1` }
  },
})
export const GET = methodNotAllowed
