import { Button, ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { readCheck, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { may } from '@/lib/accounts/permissions'
import { pathToNewest } from '@/lib/assessments/content'
import { toFilledCheck } from '@/lib/assessments/filled-check'
import { buildMigrationView, migrationRefusal } from '@/lib/report/migration-view'
import { BackToOverview } from '../back-to-overview'
import { MigrationPreview } from './migration-preview'

export async function generateMetadata({ params }: CheckPageProps) {
  const { view } = await readCheck((await params).id)
  const result = pathToNewest(view)
  return pageMetadata(t('migration.title', { to: result.ok ? result.path.to.version : result.at }))
}

/** An open check moves as it is; from a closed round a new one begins. */
function Actions({ check: { view, closing }, version }: { check: Check; version: string }) {
  const { round, id } = view
  if (closing && round) {
    return (
      <ButtonLink href={`${workspacePage(round.workspaceId, 'neu')}?aus=${encodeURIComponent(id)}`}>
        {t('migration.action.start', { to: version })}
      </ButtonLink>
    )
  }
  return (
    <form className="dec-actions" method="post" action={`/api/assessments/${id}/move`}>
      <input type="hidden" name="version" value={version} />
      <Button>{t('migration.action.here', { to: version })}</Button>
      <TextLink href={`/api/assessments/${id}/state`}>{t('migration.action.save')}</TextLink>
    </form>
  )
}

export default async function MovePage({ params }: CheckPageProps) {
  const check = await readCheck((await params).id)
  const { view, closing, role } = check
  const result = pathToNewest(view)
  if (!result.ok) {
    return (
      <div className="dec-column">
        <h1 className="kern-heading-large">{t('migration.title', { to: result.at })}</h1>
        <p className="kern-body kern-body--large dec-text--large">{migrationRefusal(t, result)}</p>
        <BackToOverview id={view.id} />
      </div>
    )
  }
  const { path } = result
  const target = closing ? 'round' : 'here'
  // What waits for confirmation in a closed round was closed as open.
  const preview = buildMigrationView(path, toFilledCheck(view, { withPending: !closing }), t, target)
  const mayMove = role === null || may(role, 'round.start')
  return (
    <div className="dec-wide">
      <h1 className="kern-heading-large">{preview.title}</h1>
      <p className="kern-body kern-body--large dec-text--large">{preview.lead}</p>
      <p className="kern-body dec-text dec-space-2">{preview.unchanged}</p>
      <MigrationPreview preview={preview} target={target} />
      <div className="dec-save-bar">
        {mayMove ? (
          <Actions check={check} version={path.to.version} />
        ) : (
          <p className="kern-body">{t('rounds.move.coordination')}</p>
        )}
        <ButtonLink href={`/check/${view.id}`} look="secondary">
          {t('migration.action.cancel')}
        </ButtonLink>
      </div>
    </div>
  )
}
