import { LevelMark } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { SincePrioritiesView, SincePriorityView } from '@/lib/report/since-types'
import { DataTable } from './data-table'

function Group({ heading, measures }: { heading: string; measures: readonly SincePriorityView[] }) {
  if (measures.length === 0) return null
  return (
    <div>
      <h4 className="kern-title kern-title--small">{heading}</h4>
      <ul className="dec-movers dec-movers--close">
        {measures.map(({ id, title, levelId, text }) => (
          <li key={id}>
            <LevelMark level={levelId} />
            <div>
              <p className="kern-body">{title}</p>
              <p className="kern-body kern-body--small dec-quiet">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** „Neue Schwerpunkte“: the first measures beside those of the last time, and the targets that are set. */
export function SincePriorities({ priorities, href }: { priorities: SincePrioritiesView; href: string }) {
  const { lead, fresh, stayed, gone, targets, targetsText } = priorities
  return (
    <div className="dec-flow">
      <h3 className="kern-heading-small">{t('since.priorities.heading')}</h3>
      <p className="kern-body dec-text">{lead}</p>
      <Group heading={t('since.priorities.fresh')} measures={fresh} />
      <Group heading={t('since.priorities.stayed')} measures={stayed} />
      <Group heading={t('since.priorities.gone')} measures={gone} />
      {targetsText !== '' && (
        <>
          <h4 className="kern-title kern-title--small">{t('since.priorities.targets')}</h4>
          <p className="kern-body dec-text">{targetsText}</p>
          {targets.length > 0 && (
            <DataTable
              caption={t('since.priorities.targetsCaption')}
              head={[
                t('since.priorities.target.factor'),
                t('since.priorities.target.stage'),
                t('since.priorities.target.due'),
                t('since.priorities.target.state'),
              ]}
              rows={targets.map(({ factorName, stageText, dueText, stateText }) => [factorName, stageText, dueText, stateText])}
            />
          )}
          <p className="dec-no-print">
            <TextLink href={href}>{t('since.links.targets')}</TextLink>
          </p>
        </>
      )}
    </div>
  )
}
