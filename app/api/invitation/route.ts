import { invitationForm, invitationPage } from '@/app/_lib/invitation-form'
import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import { wholeForm } from '@/app/_lib/refused-form'
import { sessionCookieOf } from '@/app/_lib/signed-in'
import { acceptInvitation, acceptInvitationWithNewAccount } from '@/lib/accounts/invitation-service'
import { joinAsNewSchema, joinSchema } from '@/lib/accounts/schema'
import { signInAfterCode } from '@/lib/accounts/session-service'
import { AppError } from '@/lib/errors'

/** Redeems an invitation: with the account one is signed in with, or with a new one. Only ever by a form that is sent. */
export const POST = postRoute({
  open: true,
  form: () => ({ name: invitationForm, page: invitationPage }),
  run: async ({ fields }, { actor, request, now }) => {
    if (actor.userId !== null) {
      // Shown before somebody signed in, in another tab: whose account is meant, only the person can say.
      if ('email' in fields) throw new AppError('signed-in', { fields: [{ field: wholeForm, code: 'signed-in' }] })
      const { workspaceId } = await acceptInvitation(parseFields(joinSchema, fields).code, actor, now)
      return { location: workspacePage(workspaceId) }
    }
    // The form of somebody who was signed in when it was shown has no fields for a new account.
    if (actor.sessionOver && !('email' in fields)) throw new AppError('login-required')
    const { code, name, email, password } = parseFields(joinAsNewSchema, fields)
    const { workspaceId } = await acceptInvitationWithNewAccount(code, { name, email, password }, now)
    const cookies = request.headers.get('cookie')
    const { cookie, mark } = await signInAfterCode({ email, password, cookies }, sessionCookieOf(request))
    return { location: workspacePage(workspaceId), session: cookie, cookies: [mark] }
  },
})
export const GET = methodNotAllowed
