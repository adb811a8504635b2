import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute, refusal } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { saveWorkspaceProfile } from '@/lib/accounts/workspace-service'
import { profileSchema, shownSchema } from '@/lib/assessments/schema'

/** Saves the profile that new rounds start with. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }) => ({
    name: `workspace-profile:${workspaceId}`,
    page: workspacePage(workspaceId, 'einstellungen'),
  }),
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const { shown, ...values } = fields
    const given = parseFields(profileSchema, values)
    const { errors } = await saveWorkspaceProfile(actor, workspaceId, given, now, parseFields(shownSchema, shown))
    return { location: `${workspacePage(workspaceId, 'einstellungen')}?gespeichert=1`, refused: refusal(errors) }
  },
})
export const GET = methodNotAllowed
