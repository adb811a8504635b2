import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage, nextPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { challengesSchema } from '@/lib/assessments/schema'
import { saveChallenges } from '@/lib/assessments/service'

/** Replaces the chosen challenges. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }) => ({ name: `challenges:${id}`, page: checkPage(id, 'herausforderungen') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { challenges, shown, next } = parseFields(challengesSchema, fields)
    await saveChallenges(actor, id, challenges, now, shown)
    return { location: nextPage(id, next, checkPage(id, 'quartier')) }
  },
})
export const GET = methodNotAllowed
