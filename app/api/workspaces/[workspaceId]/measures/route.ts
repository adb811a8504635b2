import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { newId } from '@/lib/assessments/secret'
import { createMeasure } from '@/lib/measures/create-service'
import { newMeasureSchema, rowIdSchema } from '@/lib/measures/schema'

/** The part of the address that names the recommendation, so that a refused form is shown with it again. */
function originQuery({ runde, empfehlung }: Readonly<Record<string, unknown>>): string {
  if (!rowIdSchema.safeParse(runde).success || typeof empfehlung !== 'string') return ''
  return `?${new URLSearchParams({ runde: String(runde), empfehlung }).toString()}`
}

/** Puts a measure into the plan. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }, { fields }) => ({
    name: `measure-new:${workspaceId}`,
    page: `${workspacePage(workspaceId, 'massnahmen', 'neu')}${originQuery(fields)}`,
  }),
  run: async ({ fields: sent }, { actor, now, params: { workspaceId } }) => {
    const { id = newId(), runde, empfehlung, ...fields } = parseFields(newMeasureSchema, sent)
    const origin = runde !== undefined && empfehlung !== undefined ? { roundId: runde, measureId: empfehlung } : null
    await createMeasure(actor, workspaceId, { id, fields, origin }, now)
    const location = `${workspacePage(workspaceId, 'massnahmen', id)}?gespeichert=neu`
    return { location, body: { id, location } }
  },
})
export const GET = methodNotAllowed
