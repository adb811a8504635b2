import { ButtonLink } from '@/app/_components/button'
import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { checkPage, workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { WorkspacePageProps } from '@/app/_lib/page-props'
import { showFailure } from '@/app/_lib/read-check'
import { readWorkspacePage, type Workspace } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { roundName, roundPeriod, roundStatus } from '@/app/_workspace/round-texts'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { listRounds, type RoundSummary } from '@/lib/rounds/service'

export async function generateMetadata({ params }: WorkspacePageProps) {
  const { name } = await readWorkspacePage((await params).workspaceId)
  return pageMetadata(`${t('workspace.overview.title')} – ${name}`)
}

async function readRounds(workspaceId: string): Promise<RoundSummary[]> {
  try {
    return await listRounds(await readActor(), workspaceId)
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId))
  }
}

const columns = ['name', 'period', 'mode', 'status', 'version'] as const

function Rounds({ rounds }: { rounds: readonly RoundSummary[] }) {
  const label = (column: (typeof columns)[number]) => t(`workspace.overview.${column}`)
  return (
    <StackedTable caption={t('workspace.overview.caption')} heads={columns.map(label)} look="dec-space-3">
      {rounds.map((round) => (
        <tr key={round.id}>
          <th scope="row">
            <TextLink href={checkPage(round.id)} inline>
              {roundName(round)}
            </TextLink>
          </th>
          <td data-label={label('period')}>{roundPeriod(round)}</td>
          <td data-label={label('mode')}>{t(`report.mode.${round.mode}`)}</td>
          <td data-label={label('status')}>{roundStatus(round)}</td>
          <td data-label={label('version')}>{round.questionnaireVersion}</td>
        </tr>
      ))}
    </StackedTable>
  )
}

/** One person alone is a risk: asked for until somebody else coordinates too. */
function SecondCoordinator({ workspace }: { workspace: Workspace }) {
  if (workspace.coordinators > 1 || !workspace.may('member.manage')) return null
  return (
    <section className="dec-notice dec-space-4 dec-flow" aria-labelledby="zweite-koordination">
      <h2 className="kern-title kern-title--small" id="zweite-koordination">
        {t('workspace.second.heading')}
      </h2>
      <p className="kern-body">{t('workspace.second.text')}</p>
      <p>
        <TextLink href={`${workspacePage(workspace.id, 'mitglieder')}?rolle=koordination#einladungen`}>
          {t('workspace.second.action')}
        </TextLink>
      </p>
    </section>
  )
}

export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const workspace = await readWorkspacePage((await params).workspaceId)
  const rounds = await readRounds(workspace.id)
  return (
    <>
      <WorkspaceHead workspace={workspace} current="" />
      <h1 className="kern-heading-large">{t('workspace.overview.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('workspace.overview.lead')}</p>
      {rounds.length === 0 && (
        <p className="kern-body dec-text dec-space-2">
          {t(workspace.may('round.start') ? 'workspace.overview.none' : 'workspace.overview.noneYet')}
        </p>
      )}
      {rounds.length > 0 && <Rounds rounds={rounds} />}
      <div className="dec-actions dec-space-3">
        {workspace.may('round.start') && (
          <ButtonLink href={workspacePage(workspace.id, 'neu')}>{t('workspace.overview.begin')}</ButtonLink>
        )}
        {rounds.length > 1 && (
          <ButtonLink href={workspacePage(workspace.id, 'vergleich')} look="secondary">
            {t('workspace.overview.compare')}
          </ButtonLink>
        )}
      </div>
      <SecondCoordinator workspace={workspace} />
    </>
  )
}
