import { checkPage } from '@/app/_lib/next-page'
import { methodNotAllowed, postRoute } from '@/app/_lib/post-route'
import { spenderOf } from '@/app/_lib/spender'
import { requireAnonymousStart } from '@/lib/assessments/anonymous-start'
import { limits } from '@/lib/assessments/limits'
import { importState } from '@/lib/assessments/state-service'
import { spend } from '@/lib/budgets/spend'

/** Makes a new assessment from a state file: an uploaded one, or the JSON itself. */
export const POST = postRoute({
  open: true,
  limit: limits.stateFile,
  fileLimit: '2 MB',
  // The page has two forms; it is told which one to show again.
  form: () => ({ name: 'import', page: '/fortsetzen?mit=datei' }),
  jsonIsFile: true,
  run: async ({ files: { file = new Uint8Array() } }, context) => {
    requireAnonymousStart()
    // Before the file is looked at: that is what costs.
    await spend('import', spenderOf(context), { field: 'file' })
    await spend('import-bytes', spenderOf(context), { field: 'file', points: file.length })
    const { key, now } = context
    const { id, newKey } = await importState(file, key, now)
    return { location: checkPage(id), newKey, body: { id, location: checkPage(id) } }
  },
})
export const GET = methodNotAllowed
