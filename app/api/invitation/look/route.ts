import { invitationForm, invitationPage } from '@/app/_lib/invitation-form'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { readInvitation } from '@/lib/accounts/invitation-service'
import { joinSchema } from '@/lib/accounts/schema'
import { keepRejectedInput } from '@/lib/assessments/service'
import { AppError } from '@/lib/errors'

/**
 * Looks an invitation up; that does not use it up. Its code is kept for this browser, sealed, because it shall stand in no address:
 * the page that shows the invitation finds it there.
 */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'invitation-code', page: `${invitationPage}?mit=code` }),
  run: async ({ fields }, { key, actor, now }) => {
    const { code } = parseFields(joinSchema, fields)
    await readInvitation(code, actor, now)
    // Whoever has a valid code is no stranger: what strangers keep leaves no less room for it.
    const keeping = { open: true, trusted: true }
    const { kept, newKey } = await keepRejectedInput(key, invitationForm, { payload: { code }, errors: [] }, now, keeping)
    if (!kept) throw new AppError('throttled', { fields: [{ field: 'code', code: 'throttled' }] })
    return { location: invitationPage, newKey }
  },
})
export const GET = methodNotAllowed
