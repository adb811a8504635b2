import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage, workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { deleteAssessment } from '@/lib/assessments/removal-service'
import { deleteSchema } from '@/lib/assessments/schema'
import { listAssessments } from '@/lib/assessments/service'

/** Deletes an assessment after confirmation. */
export const POST = postRoute<AssessmentParams>({
  form: ({ id }) => ({ name: `delete:${id}`, page: checkPage(id, 'loeschen') }),
  run: async ({ fields }, { key, actor, now, params: { id } }) => {
    parseFields(deleteSchema, fields)
    const workspaceId = await deleteAssessment(actor, id, now)
    if (workspaceId !== null) return { location: workspacePage(workspaceId) }
    const left = await listAssessments(key, now)
    return { location: '/?geloescht=1', forgetKey: left.length === 0 }
  },
})
export const GET = methodNotAllowed
