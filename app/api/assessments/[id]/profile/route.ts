import { checkPage, nextPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute, refusal } from '@/app/_lib/post-route'
import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { profileSchema, shownSchema } from '@/lib/assessments/schema'
import { saveProfile } from '@/lib/assessments/service'

/** Saves the profile: what is valid of it, also if other fields are refused. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }) => ({ name: `profile:${id}`, page: checkPage(id, 'profil') }),
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { next, shown, ...values } = fields
    const { errors } = await saveProfile(actor, id, parseFields(profileSchema, values), now, parseFields(shownSchema, shown))
    return { location: nextPage(id, next, checkPage(id, 'herausforderungen')), refused: refusal(errors) }
  },
})
export const GET = methodNotAllowed
