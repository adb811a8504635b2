import { TrackChart, TrackKey } from '@/app/_charts/change-charts'
import { LevelName } from '@/app/_components/level-mark'
import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import { MoverList } from '@/app/_progress/mover-list'
import type { SinceLevelView, SinceView } from '@/lib/report/since-types'
import { SincePlan } from './since-plan'
import { SincePriorities } from './since-priorities'

const parts = ['practice', 'known', 'content'] as const
const heads = [t('result.table.level'), t('since.moved.stages'), t('since.moved.split')] as const

/** What to keep in mind before anything that follows. */
function Cautions({ cautions }: { cautions: readonly string[] }) {
  if (cautions.length === 0) return null
  return (
    <div className="dec-notice dec-space-2">
      <h4 className="kern-title kern-title--small">{t('since.moved.cautions')}</h4>
      <ul className="dec-bullets kern-body">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </div>
  )
}

function LevelRow({ level }: { level: SinceLevelView }) {
  const { id, short, after, beforeText, sentence } = level
  return (
    <tr>
      <th scope="row">
        <LevelName level={id}>{short}</LevelName>
      </th>
      <td data-label={heads[1]}>
        <div className="dec-cell dec-cell--track">
          <TrackChart figure={{ ...level, levelId: id }} />
          <p>
            {after.stageText}
            <span className="dec-sub">{beforeText}</span>
          </p>
        </div>
      </td>
      <td data-label={heads[2]}>{sentence}</td>
    </tr>
  )
}

function Levels({ since }: { since: SinceView }) {
  return (
    <>
      <p className="kern-body dec-text dec-space-2">{t('since.moved.partsIntro')}</p>
      <ul className="dec-bullets kern-body">
        {parts.map((part) => (
          <li key={part}>{t(`progress.page.key.${part}`)}</li>
        ))}
      </ul>
      <TrackKey before={since.beforeLabel} after={since.afterLabel} />
      <StackedTable caption={t('since.moved.levels')} heads={heads} look="dec-since-levels" short>
        {since.levels.map((level) => (
          <LevelRow key={level.id} level={level} />
        ))}
      </StackedTable>
    </>
  )
}

interface SinceProps {
  since: SinceView
  workspaceId: string
}

/** „Seit dem letzten Mal“: what moved, what became of the measures, which priorities are new. */
export function Since({ since, workspaceId }: SinceProps) {
  const { beforeId, afterId, beforeLabel: before, afterLabel: after } = since
  const page = (name: string) => workspacePage(workspaceId, name)
  return (
    <div className="dec-stack">
      <div className="dec-tight">
        <p className="kern-title dec-text">{since.headline}</p>
        <p className="kern-body kern-body--small dec-quiet">{since.title}</p>
      </div>
      <div>
        <h3 className="kern-heading-small">{t('since.moved.heading')}</h3>
        <p className="kern-body dec-text">{since.lead}</p>
        <Cautions cautions={since.cautions} />
        <Levels since={since} />
      </div>
      <MoverList
        heading={t('progress.page.gains')}
        movers={since.gains}
        none={t('since.moved.noGains')}
        rounds={[before, after]}
      />
      <MoverList
        heading={t('progress.page.losses')}
        movers={since.losses}
        none={t('since.moved.noLosses')}
        rounds={[before, after]}
      />
      {since.otherReasons.length > 0 && (
        <div className="dec-flow">
          <h3 className="kern-heading-small">{t('progress.page.otherReasons')}</h3>
          {since.otherReasons.map((reason) => (
            <p key={reason} className="kern-body dec-text">
              {reason}
            </p>
          ))}
        </div>
      )}
      <p className="dec-no-print">
        <TextLink href={`${page('vergleich')}?von=${beforeId}&bis=${afterId}`}>{t('since.links.compare')}</TextLink>
      </p>
      <SincePlan plan={since.plan} href={page('massnahmen')} />
      <SincePriorities priorities={since.priorities} href={page('ziele')} />
    </div>
  )
}
