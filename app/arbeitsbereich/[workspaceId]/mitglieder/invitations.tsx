import { Button } from '@/app/_components/button'
import { ChoiceField } from '@/app/_components/choice-field'
import { PrintedCode } from '@/app/_components/printed-code'
import { TextField } from '@/app/_components/text-field'
import { germanDate } from '@/app/_lib/dates'
import type { Workspace } from '@/app/_lib/read-workspace'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { Role } from '@/lib/accounts/permissions'
import type { OpenInvitation } from '@/lib/accounts/repository-invitations'
import { settings } from '@/lib/env'
import { roleOptions } from './member-table'

interface InvitationSheetProps {
  workspace: Workspace
  code: string
  until: Date
}

/** The invitation as a sheet, shown once. */
export function InvitationSheet({ workspace, code, until }: InvitationSheetProps) {
  const address = `${settings().origins[0]}/einladung`
  const rows = [
    [t('workspace.invitations.sheetLink'), `${address}#${code}`],
    [t('workspace.invitations.sheetAddress'), address],
    [t('workspace.invitations.sheetUntil'), t('workspace.invitations.sheetUntilText', { date: germanDate(until) })],
  ] as const
  return (
    <>
      <p className="kern-body dec-text dec-no-print">{t('workspace.invitations.once')}</p>
      <PrintedCode
        title={t('workspace.invitations.sheetTitle', { name: workspace.name })}
        codeLabel={t('workspace.invitations.sheetCode')}
        code={code}
        rows={rows}
        keep={t('workspace.invitations.sheetKeep')}
      />
    </>
  )
}

function Open({ workspaceId, invitations }: { workspaceId: string; invitations: readonly OpenInvitation[] }) {
  if (invitations.length === 0) return <p className="kern-body dec-text">{t('workspace.invitations.none')}</p>
  return (
    <ul className="dec-checks-list">
      {invitations.map(({ id, label, role, createdAt, expiresAt, by }) => {
        const name = label || t('workspace.invitations.noLabel')
        return (
          <li key={id}>
            <p className="kern-body">
              {t('workspace.invitations.item', {
                label: name,
                role: t(`workspace.role.${role}`),
                created: germanDate(createdAt),
                until: germanDate(expiresAt),
                by: by ?? t('workspace.invitations.byOperator'),
              })}
            </p>
            <form method="post" action={`/api/workspaces/${workspaceId}/invitations`}>
              <button
                className="dec-link-button"
                type="submit"
                name="revoke"
                value={id}
                aria-label={t('workspace.invitations.revokeNamed', { label: name })}
              >
                {t('workspace.invitations.revoke')}
              </button>
            </form>
          </li>
        )
      })}
    </ul>
  )
}

interface InvitationsProps {
  workspace: Workspace
  invitations: readonly OpenInvitation[]
  refused: RefusedForm
  /** Chosen at first. */
  role: Role
  /** The invitation that was made a moment ago. */
  sheet: React.ReactNode
}

/** Making invitations out and revoking them. */
export function Invitations({ workspace, invitations, refused, role, sheet }: InvitationsProps) {
  return (
    <section className="dec-section dec-flow" id="einladungen" aria-labelledby="einladungen-titel">
      <h2 className="kern-heading-medium" id="einladungen-titel">
        {t(sheet ? 'workspace.invitations.sheetHeading' : 'workspace.invitations.heading')}
      </h2>
      {sheet}
      <div className="dec-no-print dec-flow">
        {sheet && <h3 className="kern-title dec-space-4">{t('workspace.invitations.another')}</h3>}
        <p className="kern-body dec-text">{t('workspace.invitations.text')}</p>
        <form
          className="dec-fields dec-column"
          method="post"
          action={`/api/workspaces/${workspace.id}/invitations`}
          autoComplete="off"
          noValidate
        >
          <TextField
            name="label"
            optional
            label={t('workspace.invitations.label')}
            hint={t('workspace.invitations.labelHint')}
            value={refused.typed('label') ?? ''}
            error={refused.errors['label']}
          />
          <ChoiceField
            name="role"
            label={t('workspace.invitations.role')}
            options={roleOptions}
            chosen={[refused.typed('role') ?? role]}
            error={refused.errors['role']}
          />
          <div className="dec-actions">
            <Button>{t('workspace.invitations.create')}</Button>
          </div>
        </form>
        <h3 className="kern-title dec-space-4">{t('workspace.invitations.open')}</h3>
        <Open workspaceId={workspace.id} invitations={invitations} />
      </div>
    </section>
  )
}
