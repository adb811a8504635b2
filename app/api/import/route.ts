import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, postRoute } from '@/app/_lib/post-route'
import { requireAnonymousStart } from '@/lib/assessments/anonymous-start'
import { limits } from '@/lib/assessments/limits'
import { importState } from '@/lib/assessments/state-service'

/** Makes a new assessment from a state file: an uploaded one, or the JSON itself. */
export const POST = postRoute({
  open: true,
  limit: limits.stateFile,
  fileLimit: '2 MB',
  // The page has two forms; it is told which one to show again.
  form: () => ({ name: 'import', page: '/fortsetzen?mit=datei' }),
  jsonIsFile: true,
  run: async ({ files }, { key, now }) => {
    requireAnonymousStart()
    const { id, newKey } = await importState(files.file ?? new Uint8Array(), key, now)
    return { location: checkPage(id), newKey, body: { id, location: checkPage(id) } }
  },
})
export const GET = methodNotAllowed
