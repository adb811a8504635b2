import { checkPage, workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { idWithin } from '@/lib/assessments/secret'
import { startRoundSchema } from '@/lib/rounds/schema'
import { startRound } from '@/lib/rounds/start-service'

/** Begins a round: empty, or with the answers of an earlier one. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }) => ({ name: `round:${workspaceId}`, page: workspacePage(workspaceId, 'neu') }),
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const { id: formId, ...given } = parseFields(startRoundSchema, fields)
    const own = formId === undefined ? undefined : idWithin(workspaceId, formId)
    const id = await startRound(actor, workspaceId, { ...given, id: own }, now)
    const location = checkPage(id)
    return { location, body: { id, location } }
  },
})
export const GET = methodNotAllowed
