import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { readWorkspacePage, type Workspace } from '@/app/_lib/read-workspace'
import { refusedForm, type RefusedForm, wholeForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { listInvitations, readIssuedInvitation } from '@/lib/accounts/invitation-service'
import { listMembers } from '@/lib/accounts/member-service'
import { currentTime } from '@/lib/clock'
import { Invitations, InvitationSheet } from './invitations'
import { memberFieldIds, MemberTable } from './member-table'

/** The forms of the page: under which name a refused one is kept, by what the address says. */
const forms = { mitglied: 'members', widerruf: 'revocation' } as const

const invitationLabels = { label: t('workspace.invitations.label'), role: t('workspace.invitations.role') }

async function read({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const workspace = await readWorkspacePage(workspaceId)
  const mit = queryValue(search, 'mit')
  const form = mit === 'mitglied' || mit === 'widerruf' ? forms[mit] : 'invitations'
  const rejected = await readRejected(`${form}:${workspaceId}`, queryValue(search, 'fehler') !== '')
  return { workspace, search, form, rejected }
}

/** Errors lead to the fields of the member they belong to. */
function ofMember(refused: RefusedForm): RefusedForm {
  const ids = memberFieldIds(refused.typed('member') ?? '')
  return {
    ...refused,
    summary: refused.summary.map((item) => (item.href === '#feld-role' ? { ...item, href: `#${ids.role}` } : item)),
  }
}

/** What was refused, as the form it belongs to shows it. */
function refusedForms({ form, rejected }: Awaited<ReturnType<typeof read>>) {
  const only = (name: typeof form) => (form === name ? rejected : null)
  return {
    member: ofMember(refusedForm(only('members'), { role: t('workspace.members.role') })),
    invitation: refusedForm(only('invitations'), invitationLabels),
    revocation: refusedForm(only('revocation'), {}, (field, code) =>
      field === wholeForm && code === 'login-required' ? t('workspace.invitations.revokeAgain') : null,
    ),
  }
}

export async function generateMetadata(props: WorkspacePageProps) {
  return pageMetadata(t('workspace.members.title'), { refused: (await read(props)).rejected !== null })
}

async function readMembers(workspace: Workspace) {
  try {
    const actor = await readActor()
    const now = currentTime()
    const members = await listMembers(actor, workspace.id)
    if (!workspace.may('member.manage')) return { members, invitations: [], issued: null }
    const invitations = await listInvitations(actor, workspace.id, now)
    return { members, invitations, issued: await readIssuedInvitation(actor, workspace.id, now) }
  } catch (error) {
    return showFailure(error, workspacePage(workspace.id))
  }
}

export default async function MembersPage(props: WorkspacePageProps) {
  const data = await read(props)
  const { workspace, search } = data
  const { members, invitations, issued } = await readMembers(workspace)
  const { member, invitation, revocation } = refusedForms(data)
  const sheet =
    queryValue(search, 'eingeladen') !== '' && issued !== null ? (
      <InvitationSheet workspace={workspace} code={issued.code} until={issued.expiresAt} />
    ) : null
  // The request for a second coordinator leads here.
  const proposed = queryValue(search, 'rolle') === 'koordination' ? 'koordination' : 'mitarbeit'
  return (
    <>
      <WorkspaceHead workspace={workspace} current="mitglieder" />
      {queryValue(search, 'gespeichert') !== '' && <Notice>{t('workspace.members.saved')}</Notice>}
      {queryValue(search, 'widerrufen') !== '' && <Notice>{t('workspace.invitations.revoked')}</Notice>}
      <PageErrors items={[member, invitation, revocation].flatMap(({ summary }) => summary)} />
      <div className="dec-no-print">
        <h1 className="kern-heading-large">{t('workspace.members.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t('workspace.members.lead')}</p>
        <MemberTable workspace={workspace} members={members} refused={member} />
        <p className="dec-space-2">
          <TextLink href={workspacePage(workspace.id, 'uebergabe')}>{t('workspace.members.leave')}</TextLink>
        </p>
      </div>
      {workspace.may('member.manage') && (
        <Invitations workspace={workspace} invitations={invitations} refused={invitation} role={proposed} sheet={sheet} />
      )}
    </>
  )
}
