import { checkPage, workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { claimSchema } from '@/lib/rounds/schema'
import { claimAssessment } from '@/lib/rounds/service'

/** Takes a check that this browser began without an account into a workspace. */
export const POST = postRoute<WorkspaceParams>({
  // The page has two forms; it is told which one to show again.
  form: ({ workspaceId }) => ({ name: `claim:${workspaceId}`, page: `${workspacePage(workspaceId, 'neu')}?mit=check` }),
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const { check, ...naming } = parseFields(claimSchema, fields)
    await claimAssessment(actor, check, workspaceId, naming, now)
    return { location: checkPage(check) }
  },
})
export const GET = methodNotAllowed
