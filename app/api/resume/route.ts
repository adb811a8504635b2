import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { redeemResumeCode } from '@/lib/assessments/resume-service'
import { resumeSchema } from '@/lib/assessments/schema'

/** Opens an assessment in this browser with its Wiederaufnahme-Code. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'resume', page: '/fortsetzen' }),
  run: async ({ fields }, { key, now }) => {
    const { id, newKey } = await redeemResumeCode(parseFields(resumeSchema, fields).code, key, now)
    return { location: checkPage(id), newKey, body: { id, location: checkPage(id) } }
  },
})
export const GET = methodNotAllowed
