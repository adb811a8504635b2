import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { emptySchema } from '@/lib/assessments/schema'
import { continueAsFullCheck } from '@/lib/assessments/service'

/** Continues a Schnellcheck as the full check. */
export const POST = postRoute<AssessmentParams>({
  form: ({ id }) => ({ name: `mode:${id}`, page: checkPage(id) }),
  buttonOnly: true,
  run: async ({ fields }, { actor, now, params: { id } }) => {
    parseFields(emptySchema, fields)
    await continueAsFullCheck(actor, id, now)
    return { location: checkPage(id) }
  },
})
export const GET = methodNotAllowed
