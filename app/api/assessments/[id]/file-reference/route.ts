import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { fileReferenceSchema } from '@/lib/rounds/schema'
import { saveFileReference } from '@/lib/rounds/service'

/** Notes the Aktenzeichen of a round, also after it was closed: it is often given out later. */
export const POST = postRoute<AssessmentParams>({
  // The page has several forms; it is told which one to show again.
  form: ({ id }) => ({ name: `file-reference:${id}`, page: `${checkPage(id, 'abschluss')}?mit=aktenzeichen` }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    await saveFileReference(actor, id, parseFields(fileReferenceSchema, fields), now)
    return { location: `${checkPage(id, 'abschluss')}?gespeichert=1` }
  },
})
export const GET = methodNotAllowed
