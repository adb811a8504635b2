import { keepRefused } from '@/app/_lib/keep-refused'
import { invitationForm, invitationPage } from '@/app/_lib/invitation-form'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { readInvitation } from '@/lib/accounts/invitation-service'
import { joinSchema } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors'

/**
 * Looks an invitation up; that does not use it up. Its code is kept for this browser, sealed, because it shall stand in no address:
 * the page that shows the invitation finds it there.
 */
export const POST = postRoute({
  open: true,
  form: () => ({ name: 'invitation-code', page: `${invitationPage}?mit=code` }),
  run: async ({ fields }, context) => {
    const { code } = parseFields(joinSchema, fields)
    await readInvitation(code, context.actor, context.now)
    const { kept, newKey } = await keepRefused(context, invitationForm, { payload: { code }, errors: [] }, true)
    if (!kept) throw new AppError('throttled', { fields: [{ field: 'code', code: 'throttled' }] })
    return { location: invitationPage, newKey }
  },
})
export const GET = methodNotAllowed
