import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { invite, revokeInvitation } from '@/lib/accounts/invitation-service'
import { invitationActionSchema, inviteSchema } from '@/lib/accounts/schema'

/** Makes an invitation out or revokes one. */
export const POST = postRoute<WorkspaceParams>({
  form: ({ workspaceId }, { fields }) =>
    'revoke' in fields
      ? { name: `revocation:${workspaceId}`, page: `${workspacePage(workspaceId, 'mitglieder')}?mit=widerruf` }
      : { name: `invitations:${workspaceId}`, page: workspacePage(workspaceId, 'mitglieder') },
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const page = workspacePage(workspaceId, 'mitglieder')
    if ('revoke' in fields) {
      await revokeInvitation(actor, workspaceId, parseFields(invitationActionSchema, fields).revoke, now)
      return { location: `${page}?widerrufen=1#einladungen` }
    }
    const { code, expiresAt } = await invite(actor, workspaceId, parseFields(inviteSchema, fields), now)
    return { location: `${page}?eingeladen=1#einladungen`, body: { code, expiresAt } }
  },
})
export const GET = methodNotAllowed
