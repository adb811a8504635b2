import { Button } from '@/app/_components/button'
import { ChoiceField } from '@/app/_components/choice-field'
import { More } from '@/app/_components/more'
import { StackedTable } from '@/app/_components/stacked-table'
import { germanDate } from '@/app/_lib/dates'
import type { Workspace } from '@/app/_lib/read-workspace'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { roleSchema } from '@/lib/accounts/permissions'
import type { Member } from '@/lib/accounts/repository'

/** The roles, each with what it allows, as the options of a field. */
export const roleOptions = roleSchema.options.map((id) => ({
  id,
  label: t(`workspace.role.${id}`),
  hint: t(`workspace.roleText.${id}`),
}))

/** Ids of the fields of a member's two forms. */
export const memberFieldIds = (userId: string) => ({ role: `rolle-${userId}`, confirm: `entfernen-${userId}` })

interface ManageProps {
  workspaceId: string
  member: Member
  /** The refused form if it is one of this member, else null. */
  refused: RefusedForm | null
}

/** Another role for a member, or no membership any more. */
function Manage({ workspaceId, member, refused }: ManageProps) {
  const { userId, name, role } = member
  const action = `/api/workspaces/${workspaceId}/members`
  const ids = memberFieldIds(userId)
  return (
    <More summary={t('workspace.members.manage', { name })} open={refused !== null}>
      <div className="dec-member-forms">
        <form className="dec-flow" method="post" action={action}>
          <input type="hidden" name="action" value="role" />
          <input type="hidden" name="member" value={userId} />
          <ChoiceField
            name="role"
            id={ids.role}
            label={t('workspace.members.role')}
            options={roleOptions.map(({ id, label }) => ({ id, label }))}
            chosen={[refused?.typed('role') ?? role]}
            error={refused?.errors.role}
          />
          {role === 'koordination' && <p className="kern-hint dec-text">{t('workspace.members.demoted', { name })}</p>}
          <Button look="secondary">{t('workspace.members.saveRole')}</Button>
        </form>
        <form className="dec-flow" method="post" action={action}>
          <input type="hidden" name="action" value="remove" />
          <input type="hidden" name="member" value={userId} />
          <div className="kern-form-check">
            <input
              className="kern-form-check__checkbox"
              type="checkbox"
              id={ids.confirm}
              name="confirm"
              value="ja"
              required
              defaultChecked={refused?.typed('confirm') === 'ja'}
            />
            <label className="kern-label" htmlFor={ids.confirm}>
              {t('workspace.members.removeConfirm', { name })}
            </label>
          </div>
          {role === 'koordination' && <p className="kern-hint dec-text">{t('workspace.members.removed', { name })}</p>}
          <Button look="secondary">{t('workspace.members.remove')}</Button>
        </form>
      </div>
    </More>
  )
}

interface MemberTableProps {
  workspace: Workspace
  members: readonly Member[]
  /** A refused form of one of the members. */
  refused: RefusedForm
}

/** Who belongs to the workspace. */
export function MemberTable({ workspace, members, refused }: MemberTableProps) {
  const columns = (['name', 'email', 'role', 'since'] as const).map((column) => t(`workspace.members.${column}`))
  const others = members.filter(({ userId }) => userId !== workspace.userId)
  return (
    <>
      <StackedTable caption={t('workspace.members.caption')} heads={columns}>
        {members.map(({ userId, name, email, role, since }) => (
          <tr key={userId}>
            <th scope="row">{userId === workspace.userId ? t('workspace.members.you', { name }) : name}</th>
            <td data-label={columns[1]}>{email}</td>
            <td data-label={columns[2]}>{t(`workspace.role.${role}`)}</td>
            <td data-label={columns[3]}>{germanDate(since)}</td>
          </tr>
        ))}
      </StackedTable>
      {workspace.may('member.manage') && others.length > 0 && (
        <div className="dec-space-2 dec-flow">
          {others.map((member) => (
            <Manage
              key={member.userId}
              workspaceId={workspace.id}
              member={member}
              refused={refused.typed('member') === member.userId ? refused : null}
            />
          ))}
        </div>
      )}
    </>
  )
}
