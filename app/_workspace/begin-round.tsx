import { ButtonLink } from '@/app/_components/button'
import { workspacePage } from '@/app/_lib/next-page'
import type { Workspace } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'

/** What to do next where there are too few rounds to compare; nothing for who may not begin one. */
export function BeginRound({ workspace }: { workspace: Workspace }) {
  if (!workspace.may('round.start')) return null
  return (
    <p className="dec-space-3">
      <ButtonLink href={workspacePage(workspace.id, 'neu')}>{t('workspace.overview.begin')}</ButtonLink>
    </p>
  )
}
