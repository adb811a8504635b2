import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { workspacePage } from '@/app/_lib/next-page'
import { isReadOnly } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import type { CheckOrRound } from '@/lib/rounds/read-round'
import { roundLine } from './round-text'

/** Why nothing can be changed here, and what can be done instead. */
function ReadOnlyNotice({ check: { view, closing } }: { check: CheckOrRound }) {
  return (
    <div className="dec-notice dec-round-notice">
      <p className="kern-body dec-text">
        {closing ? t('rounds.readOnly.closed', { date: germanDate(closing.closedAt) }) : t('rounds.readOnly.role')}
      </p>
      {closing && (
        <p>
          <TextLink href={`/check/${view.id}/abschluss`}>{t('rounds.readOnly.toClosing')}</TextLink>
        </p>
      )}
    </div>
  )
}

/** Says which round a page belongs to. Shows nothing for a check without a workspace. */
export function RoundBar({ check }: { check: CheckOrRound }) {
  const { round } = check.view
  if (!round) return null
  return (
    <div className="dec-round-bar">
      <p className="kern-body kern-body--small">
        <TextLink href={workspacePage(round.workspaceId)} small>
          {t('rounds.bar.workspace')}
        </TextLink>
        <span>{roundLine(check)}</span>
      </p>
      {isReadOnly(check) && <ReadOnlyNotice check={check} />}
    </div>
  )
}
