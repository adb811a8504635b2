import { ButtonLink } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { readStand } from './read-stand'
import { StateForm } from './state-form'

export async function generateMetadata(props: WorkspacePageProps) {
  const { summary } = await readStand(props)
  return pageMetadata(t('plan.round.title'), { refused: summary.length > 0 })
}

export default async function StandPage(props: WorkspacePageProps) {
  const { workspaceId, roundId, roundName, cards, summary, saved } = await readStand(props)
  const workspace = await readWorkspacePage(workspaceId)
  const editor = workspace.may('measure.edit')
  const done = cards.length === 0
  return (
    <>
      <WorkspaceHead workspace={workspace} current={null} />
      <div className="dec-column">
        <PageErrors items={summary} />
        {saved && <Notice>{t('plan.saved.state')}</Notice>}
        <p className="kern-preline">{t('plan.round.kicker', { round: roundName })}</p>
        <h1 className="kern-heading-large">{t('plan.round.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t(done ? 'plan.round.done' : 'plan.round.lead')}</p>
        {!editor && <p className="kern-body dec-text">{t('plan.form.readOnly')}</p>}
        {editor && !done && (
          <ul className="dec-measures">
            {cards.map((card) => (
              <StateForm key={card.measure.id} card={card} workspaceId={workspaceId} roundId={roundId} />
            ))}
          </ul>
        )}
        <p className="dec-space-4">
          {done ? (
            <ButtonLink href={`/check/${roundId}`}>{t('plan.round.back')}</ButtonLink>
          ) : (
            <TextLink href={`/check/${roundId}`}>{t('plan.round.back')}</TextLink>
          )}
        </p>
      </div>
    </>
  )
}
