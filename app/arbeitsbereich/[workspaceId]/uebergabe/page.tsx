import { Button } from '@/app/_components/button'
import { ConfirmField } from '@/app/_components/confirm-field'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { germanDate } from '@/app/_lib/dates'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { readWorkspacePage, type Workspace } from '@/app/_lib/read-workspace'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { roundName, roundStatus } from '@/app/_workspace/round-texts'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { listInvitations } from '@/lib/accounts/invitation-service'
import { listMembers } from '@/lib/accounts/member-service'
import { currentTime } from '@/lib/clock'
import { settings } from '@/lib/env'
import { isOpen } from '@/lib/measures/due'
import { listMeasures } from '@/lib/measures/service'
import { germanDay } from '@/lib/report/format'
import { listRounds } from '@/lib/rounds/service'

async function read({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const workspace = await readWorkspacePage(workspaceId)
  return { workspace, rejected: await readRejected(`leave:${workspaceId}`, queryValue(search, 'fehler') !== '') }
}

export async function generateMetadata(props: WorkspacePageProps) {
  return pageMetadata(t('workspace.handover.title'), { refused: (await read(props)).rejected !== null })
}

async function readSheet(workspace: Workspace) {
  try {
    const actor = await readActor()
    const now = currentTime()
    const [members, rounds] = await Promise.all([listMembers(actor, workspace.id), listRounds(actor, workspace.id)])
    const measures = (await listMeasures(actor, workspace.id, now)).filter(isOpen)
    const invitations = workspace.may('member.manage') ? await listInvitations(actor, workspace.id, now) : []
    return { members, rounds, measures, invitations }
  } catch (error) {
    return showFailure(error, workspacePage(workspace.id))
  }
}

function List({ heading, items, none }: { heading: string; items: readonly string[]; none: string }) {
  return (
    <>
      <h3 className="kern-title dec-space-3">{heading}</h3>
      {items.length === 0 && <p className="kern-body">{none}</p>}
      <ul className="dec-bullets">
        {items.map((item) => (
          <li key={item} className="kern-body">
            {item}
          </li>
        ))}
      </ul>
    </>
  )
}

const steps = ['invite', 'role', 'rounds', 'measures', 'second'] as const

/** What a successor has to know, on paper. */
async function Sheet({ workspace }: { workspace: Workspace }) {
  const { members, rounds, measures, invitations } = await readSheet(workspace)
  const line = ({ name, email }: (typeof members)[number]) => `${name}, ${email}`
  const address = `${settings().origins[0]}/einladung`
  return (
    <section className="dec-section dec-section--near" aria-labelledby="blatt">
      <h2 className="kern-heading-medium" id="blatt">
        {t('workspace.handover.sheet', { name: workspace.name })}
      </h2>
      <p className="kern-body dec-quiet">{t('workspace.handover.date', { date: germanDate(currentTime()) })}</p>
      <List
        heading={t('workspace.handover.coordinators')}
        items={members.filter(({ role }) => role === 'koordination').map(line)}
        none=""
      />
      <List
        heading={t('workspace.handover.members')}
        items={members
          .filter(({ role }) => role !== 'koordination')
          .map((member) => `${line(member)} – ${t(`workspace.role.${member.role}`)}`)}
        none={t('workspace.handover.noMembers')}
      />
      <List
        heading={t('workspace.handover.rounds')}
        items={rounds.map((round) => `${roundName(round)} – ${roundStatus(round)}`)}
        none={t('workspace.handover.noRounds')}
      />
      <List
        heading={t('workspace.handover.measures')}
        items={measures.map(({ title, lead, dueOn }) =>
          t('workspace.handover.measure', {
            title,
            lead: lead || t('workspace.handover.noLead'),
            due: dueOn === null ? 'none' : germanDay(dueOn),
          }),
        )}
        none={t('workspace.handover.noMeasures')}
      />
      {workspace.may('member.manage') && (
        <List
          heading={t('workspace.handover.invitations')}
          items={invitations.map(({ label, role, expiresAt, by }) =>
            t('workspace.handover.invitation', {
              label: label || t('workspace.invitations.noLabel'),
              role: t(`workspace.role.${role}`),
              until: germanDate(expiresAt),
              by: by ?? t('workspace.invitations.byOperator'),
            }),
          )}
          none={t('workspace.handover.noInvitations')}
        />
      )}
      <h3 className="kern-title dec-space-3">{t('workspace.handover.steps')}</h3>
      <ol className="dec-bullets">
        {steps.map((step) => (
          <li key={step} className="kern-body">
            {t(`workspace.handover.stepList.${step}`, { address })}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Leave({ workspace, confirmed, error }: { workspace: Workspace; confirmed: boolean; error?: string }) {
  const last = workspace.role === 'koordination' && workspace.coordinators === 1
  return (
    <section className="dec-section dec-flow dec-no-print" aria-labelledby="verlassen">
      <h2 className="kern-heading-medium" id="verlassen">
        {t('workspace.handover.leaveHeading')}
      </h2>
      <p className="kern-body dec-text">{t(last ? 'workspace.handover.leaveLast' : 'workspace.handover.leaveText')}</p>
      {!last && workspace.may('member.manage') && (
        <p className="kern-body dec-text">{t('workspace.handover.leaveInvitations')}</p>
      )}
      {!last && (
        <form className="dec-flow" method="post" action={`/api/workspaces/${workspace.id}/members`}>
          <input type="hidden" name="action" value="leave" />
          <ConfirmField label={t('workspace.handover.confirm', { name: workspace.name })} error={error} checked={confirmed} />
          <Button look="secondary">{t('workspace.handover.action')}</Button>
        </form>
      )}
      <p>
        <TextLink href={workspacePage(workspace.id, 'mitglieder')}>{t('workspace.handover.back')}</TextLink>
      </p>
    </section>
  )
}

export default async function HandoverPage(props: WorkspacePageProps) {
  const { workspace, rejected } = await read(props)
  const refused = refusedForm(rejected, { confirm: t('workspace.handover.leaveHeading') }, (field) =>
    field === 'confirm' ? t('workspace.handover.confirmMissing') : null,
  )
  return (
    <>
      <WorkspaceHead workspace={workspace} current={null} />
      <PageErrors items={refused.summary} />
      <div className="dec-column">
        <h1 className="kern-heading-large dec-no-print">{t('workspace.handover.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large dec-no-print">{t('workspace.handover.lead')}</p>
        <Sheet workspace={workspace} />
        <Leave workspace={workspace} confirmed={refused.typed('confirm') === 'ja'} error={refused.errors['confirm']} />
      </div>
    </>
  )
}
