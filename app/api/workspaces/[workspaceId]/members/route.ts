import { workspacePage } from '@/app/_lib/next-page'
import { methodNotAllowed, parseFields, postRoute } from '@/app/_lib/post-route'
import type { WorkspaceParams } from '@/app/_lib/workspace-params'
import { changeRole, leaveWorkspace, removeMember } from '@/lib/accounts/member-service'
import { memberSchema } from '@/lib/accounts/schema'

/** Gives a member another role, removes one, or lets the person who asks leave. */
export const POST = postRoute<WorkspaceParams>({
  // The page of the members has other forms too; it is told which one to show again.
  form: ({ workspaceId }, { fields }) =>
    fields.action === 'leave'
      ? { name: `leave:${workspaceId}`, page: workspacePage(workspaceId, 'uebergabe') }
      : { name: `members:${workspaceId}`, page: `${workspacePage(workspaceId, 'mitglieder')}?mit=mitglied` },
  run: async ({ fields }, { actor, now, params: { workspaceId } }) => {
    const given = parseFields(memberSchema, fields)
    const page = workspacePage(workspaceId, 'mitglieder')
    if (given.action === 'role') await changeRole(actor, workspaceId, given.member, given.role, now)
    if (given.action === 'remove') await removeMember(actor, workspaceId, given.member, now)
    if (given.action === 'leave') await leaveWorkspace(actor, workspaceId, now)
    return { location: given.action === 'leave' ? '/arbeitsbereich?verlassen=1' : `${page}?gespeichert=1` }
  },
})
export const GET = methodNotAllowed
