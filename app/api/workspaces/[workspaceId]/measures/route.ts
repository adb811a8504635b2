import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { idWithin, newId } from '@/lib/assessments/secret'
import { isId } from '@/lib/input/id'
import { createMeasure } from '@/lib/measures/create-service'
import { newMeasureSchema } from '@/lib/measures/schema'

/** The part of the address that names the form and its recommendation, so that a refused one is shown as it was. */
function formQuery({ id, runde, empfehlung }: Readonly<Record<string, unknown>>): string {
  const form = { formular: idOfForm(id) }
  return new URLSearchParams(isId(runde) && isId(empfehlung) ? { ...form, runde, empfehlung } : form).toString()
}

/** Without one of its own it is the plain form. */
const idOfForm = (id: unknown) => (isId(id) ? id : '')

/** Puts a measure into the plan. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }, { fields }) => ({
    // Two such forms may be open at once: each keeps what was typed into it.
    name: `measure-new:${workspaceId}:${idOfForm(fields.id)}`,
    page: `${workspacePage(workspaceId, 'massnahmen', 'neu')}?${formQuery(fields)}`,
  }),
  run: async ({ fields: sent }, { actor, now, params: { workspaceId } }) => {
    const { id: formId = newId(), runde, empfehlung, ...fields } = parseFields(newMeasureSchema, sent)
    const id = idWithin(workspaceId, formId)
    const origin = runde !== undefined && empfehlung !== undefined ? { roundId: runde, measureId: empfehlung } : null
    await createMeasure(actor, workspaceId, { id, fields, origin }, now)
    const location = `${workspacePage(workspaceId, 'massnahmen', id)}?gespeichert=neu`
    return { location, body: { id, location } }
  },
})
export const GET = methodNotAllowed
