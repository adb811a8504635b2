/** What proxy.ts asks before a page is drawn. The pages and every service call still check for themselves. */
import { checkMembership } from '@/lib/accounts/check-membership'
import { checkAccess, type PagePart } from '@/lib/assessments/check-access'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { AppError } from '@/lib/errors'
import { actorOfRequest } from './actor'

export type PageAccess = 'open' | 'closed' | 'login'

const kinds: Readonly<Record<string, PagePart['kind']>> = { frage: 'factor', empfehlung: 'measure' }

/** What a page of a check is about, if not every check has it. */
function partOf(page: string, about: string | undefined): PagePart | null {
  const kind = Object.hasOwn(kinds, page) ? kinds[page] : undefined
  return kind && about ? { kind, id: about } : null
}

/**
 * Tells whether a browser may see a page: `closed` for checks and workspaces that are foreign or absent
 * and for factors and measures that a check does not have, `login` for what only
 * opens with a session. It must not tell foreign from absent.
 * @param pathname of the page, e.g. `/check/abc/profil`
 */
export async function pageAccess(request: Request, pathname: string): Promise<PageAccess> {
  const [, area, id, page = '', about] = pathname.split('/')
  if (area !== 'check' && area !== 'arbeitsbereich' && area !== 'konto') return 'open'
  if (area === 'check' && !id) return 'open'
  try {
    const actor = await actorOfRequest(request)
    if (area === 'check') await checkAccess(actor, id!, partOf(page, about), currentTime())
    else if (actor.userId === null) throw new AppError('login-required')
    else if (area === 'arbeitsbereich' && id) await checkMembership(actor, id)
    return 'open'
  } catch (error) {
    const { code } = toAppError(error)
    // Whatever else fails, the page tells.
    return code === 'not-found' ? 'closed' : code === 'login-required' ? 'login' : 'open'
  }
}
