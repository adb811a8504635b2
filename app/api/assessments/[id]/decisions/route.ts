import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { decisionSchema } from '@/lib/assessments/schema'
import { isId } from '@/lib/input/id'
import { decideMeasure } from '@/lib/assessments/service'

/** Saves what was decided about a measure, or takes it back. */
export const POST = postRoute<AssessmentParams>({
  shownToReaders: true,
  form: ({ id }, { fields: { measure } }) =>
    isId(measure) ? { name: `decisions:${id}:${measure}`, page: checkPage(id, 'empfehlung', measure) } : null,
  run: async ({ fields }, { actor, now, params: { id } }) => {
    const { measure, decision, reason, shown, next } = parseFields(decisionSchema, fields)
    await decideMeasure(actor, id, measure, { decision, reason }, now, shown)
    const inResult = next === 'ergebnis'
    return {
      location: inResult
        ? `${checkPage(id, 'ergebnis')}#massnahme-${measure}`
        : `${checkPage(id, 'empfehlung', measure)}?gespeichert=1`,
    }
  },
})
export const GET = methodNotAllowed
