import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { issueResumeCode, revokeResumeCodes } from '@/lib/assessments/resume-service'
import { resumeCodeActionSchema } from '@/lib/assessments/schema'

/** Gives out a Wiederaufnahme-Code or ends it. The page shows the new one; it never stands in an address. */
export const POST = postRoute<AssessmentParams>({
  form: ({ id }) => ({ name: `resume-code:${id}`, page: checkPage(id, 'weitergeben') }),
  buttonOnly: true,
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const location = checkPage(id, 'weitergeben')
    if (parseFields(resumeCodeActionSchema, fields).action === 'revoke') {
      await revokeResumeCodes(actor, id, now)
      return { location: `${location}?widerrufen=1` }
    }
    return { location: `${location}?ausgestellt=1`, body: { code: await issueResumeCode(actor, id, now) } }
  },
})
export const GET = methodNotAllowed
