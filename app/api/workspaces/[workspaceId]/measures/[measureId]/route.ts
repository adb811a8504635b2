import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { MeasureParams } from '@/app/_lib/measure-params'
import { editSchema } from '@/lib/measures/schema'
import { changeMeasure } from '@/lib/measures/service'

/** Changes a measure; its page shows both versions where somebody else has changed the same. */
export const POST = postRoute<MeasureParams>({
  form: ({ workspaceId, measureId }) => ({
    name: `measure:${measureId}`,
    page: workspacePage(workspaceId, 'massnahmen', encodeURIComponent(measureId)),
  }),
  run: async ({ fields: sent }, { actor, now, params: { workspaceId, measureId } }) => {
    const { version: shown, keep, ...fields } = parseFields(editSchema, sent)
    const version = await changeMeasure(actor, workspaceId, measureId, { fields, version: shown, keep }, now)
    const location = `${workspacePage(workspaceId, 'massnahmen', measureId)}?gespeichert=1`
    return { location, body: { location, version } }
  },
})
export const GET = methodNotAllowed
