import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { requireAnonymousStart } from '@/lib/assessments/anonymous-start'
import { startSchema } from '@/lib/assessments/schema'
import { startAssessment } from '@/lib/assessments/service'

/** Begins a full check or a Schnellcheck. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'start', page: '/' }),
  buttonOnly: true,
  run: async ({ fields }, { key, now }) => {
    requireAnonymousStart()
    const { id, newKey } = await startAssessment({ key, now, ...parseFields(startSchema, fields) })
    const location = checkPage(id, 'profil')
    return { location, newKey, body: { id, location } }
  },
})
export const GET = methodNotAllowed
