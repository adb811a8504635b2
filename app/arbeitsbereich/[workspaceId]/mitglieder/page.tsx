import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { readWorkspacePage, type Workspace } from '@/app/_lib/read-workspace'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { listInvitations, readIssuedInvitation } from '@/lib/accounts/invitation-service'
import { listMembers } from '@/lib/accounts/member-service'
import { currentTime } from '@/lib/clock'
import { Invitations, InvitationSheet } from './invitations'
import { MemberTable } from './member-table'

const labels = { label: t('workspace.invitations.label'), role: t('workspace.invitations.role') }

async function read({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const workspace = await readWorkspacePage(workspaceId)
  const asked = queryValue(search, 'fehler') !== ''
  const rejected =
    (await readRejected(`invitations:${workspaceId}`, asked)) ?? (await readRejected(`members:${workspaceId}`, asked))
  return { workspace, search, rejected }
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
    return { members, invitations, issued: readIssuedInvitation(actor, workspace.id, now) }
  } catch (error) {
    return showFailure(error, workspacePage(workspace.id))
  }
}

export default async function MembersPage(props: WorkspacePageProps) {
  const { workspace, search, rejected } = await read(props)
  const { members, invitations, issued } = await readMembers(workspace)
  const refused = refusedForm(rejected, labels)
  const [newest] = invitations
  const sheet =
    queryValue(search, 'eingeladen') !== '' && issued !== null && newest ? (
      <InvitationSheet workspace={workspace} code={issued} until={newest.expiresAt} />
    ) : null
  return (
    <>
      <WorkspaceHead workspace={workspace} current="mitglieder" />
      {queryValue(search, 'gespeichert') !== '' && <Notice>{t('workspace.members.saved')}</Notice>}
      {queryValue(search, 'widerrufen') !== '' && <Notice>{t('workspace.invitations.revoked')}</Notice>}
      <PageErrors items={refused.summary} />
      <div className="dec-no-print">
        <h1 className="kern-heading-large">{t('workspace.members.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t('workspace.members.lead')}</p>
        <MemberTable workspace={workspace} members={members} />
        <p className="dec-space-2">
          <TextLink href={workspacePage(workspace.id, 'uebergabe')}>{t('workspace.members.leave')}</TextLink>
        </p>
      </div>
      {workspace.may('member.manage') && (
        <Invitations workspace={workspace} invitations={invitations} refused={refused} sheet={sheet} />
      )}
    </>
  )
}
