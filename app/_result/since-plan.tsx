import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { SincePlanRow, SincePlanView } from '@/lib/report/since-types'

const heads = [t('plan.fields.lead'), t('plan.fields.dueOn'), t('plan.fields.status'), t('plan.fields.resolution')] as const
/** More of them fold away. */
const shownOpen = 12

function Row({ measure }: { measure: SincePlanRow }) {
  const { title, levelId, origin, lead, dueText, statusText, overdue, resolutionText } = measure
  return (
    <tr className={overdue ? 'dec-row--overdue' : undefined}>
      <th scope="row">
        {title}
        <span className="dec-sub dec-origin">
          <LevelMark level={levelId} small />
          <span>{origin}</span>
        </span>
      </th>
      <td data-label={heads[0]}>{lead}</td>
      <td data-label={heads[1]} className="dec-day">
        {dueText}
      </td>
      <td data-label={heads[2]}>{statusText}</td>
      <td data-label={heads[3]}>{resolutionText}</td>
    </tr>
  )
}

function Table({ rows }: { rows: readonly SincePlanRow[] }) {
  return (
    <StackedTable caption={t('since.plan.caption')} heads={[t('plan.fields.title'), ...heads]} look="dec-plan" short>
      {rows.map((measure) => (
        <Row key={measure.id} measure={measure} />
      ))}
    </StackedTable>
  )
}

/** „Was aus den Maßnahmen wurde“. */
export function SincePlan({ plan: { sentences, notes, rows, dropped }, href }: { plan: SincePlanView; href: string }) {
  return (
    <div className="dec-flow">
      <h3 className="kern-heading-small">{t('since.plan.heading')}</h3>
      <p className="kern-body dec-text">{sentences.join(' ')}</p>
      {rows.length > shownOpen ? (
        <More summary={t('since.plan.open', { count: rows.length })}>
          <Table rows={rows} />
        </More>
      ) : (
        rows.length > 0 && <Table rows={rows} />
      )}
      {notes.length > 0 && <p className="kern-body kern-body--small dec-quiet dec-text">{notes.join(' ')}</p>}
      {dropped.length > 0 && (
        <>
          <h4 className="kern-title kern-title--small">{t('since.plan.dropped')}</h4>
          <ul className="dec-bullets kern-body">
            {dropped.map((one) => (
              <li key={one.title}>{t('since.plan.droppedItem', one)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="dec-no-print">
        <TextLink href={href}>{t('since.links.plan')}</TextLink>
      </p>
    </div>
  )
}
