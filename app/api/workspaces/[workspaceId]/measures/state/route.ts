import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { isId } from '@/lib/input/id'
import { answerForRound } from '@/lib/measures/round-service'
import { stateSchema } from '@/lib/measures/schema'

const page = (workspaceId: string, query: Record<string, string>) =>
  `${workspacePage(workspaceId, 'massnahmen', 'stand')}?${new URLSearchParams(query).toString()}`

/** Says in a round what became of a measure. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }, { fields: { measure, runde } }) =>
    isId(measure) && isId(runde)
      ? { name: `measure-state:${measure}`, page: page(workspaceId, { runde, massnahme: measure }) }
      : null,
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const sent = parseFields(stateSchema, fields)
    await answerForRound(actor, workspaceId, sent, now)
    return { location: page(workspaceId, { runde: sent.runde, gespeichert: '1' }) }
  },
})
export const GET = methodNotAllowed
