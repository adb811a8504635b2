import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { isId } from '@/lib/input/id'
import { targetSchema } from '@/lib/targets/schema'
import { setTarget } from '@/lib/targets/service'

/** Sets the target of one factor; the page shows both versions where somebody else has changed it. */
export const POST = postRoute<WorkspaceParams>({
  // The page has a form for each factor; each keeps what was typed into it.
  form: ({ workspaceId }, { fields: { factor } }) =>
    isId(factor)
      ? { name: `target:${workspaceId}:${factor}`, page: `${workspacePage(workspaceId, 'ziele')}?faktor=${factor}` }
      : null,
  run: async ({ fields: sent }, { actor, now, params: { workspaceId } }) => {
    const { factor, subject, version: shown, ...target } = parseFields(targetSchema, sent)
    const place = { factorId: factor, subjectId: subject }
    const version = await setTarget(actor, workspaceId, place, target, { shown, now })
    const location = `${workspacePage(workspaceId, 'ziele')}?gespeichert=${factor}#ziel-${factor}`
    return { location, body: { location, version } }
  },
})
export const GET = methodNotAllowed
