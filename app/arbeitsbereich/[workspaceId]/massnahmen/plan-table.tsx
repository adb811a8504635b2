import { LevelMark } from '@/app/_components/level-mark'
import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import { resolutionText } from '@/app/_plan/field-text'
import { MeasureStatus } from '@/app/_plan/measure-status'
import type { MeasureView } from '@/lib/measures/types'
import { germanDay } from '@/lib/report/format'

const heads = [t('plan.fields.lead'), t('plan.fields.dueOn'), t('plan.fields.status'), t('plan.fields.resolution')] as const

function Row({ measure, href }: { measure: MeasureView; href: string }) {
  const { title, levelId, levelShort, place, factorName, lead, dueOn } = measure
  const origin = { level: levelShort, factor: factorName, place }
  return (
    <tr className={measure.overdue ? 'dec-row--overdue' : undefined}>
      <th scope="row">
        <TextLink href={href} inline>
          {title}
        </TextLink>
        <span className="dec-sub dec-origin">
          <LevelMark level={levelId} small />
          <span>{t(place === '' ? 'plan.table.origin' : 'plan.table.originPlace', origin)}</span>
        </span>
      </th>
      <td data-label={heads[0]}>{lead || t('plan.none')}</td>
      <td data-label={heads[1]} className="dec-day">
        {dueOn === null ? t('plan.none') : germanDay(dueOn)}
      </td>
      <td data-label={heads[2]}>
        <span className="dec-status-words">
          <MeasureStatus measure={measure} />
        </span>
      </td>
      <td data-label={heads[3]}>{resolutionText(measure) || t('plan.none')}</td>
    </tr>
  )
}

/** The measures, one a line; on narrow screens one a card. */
export function PlanTable({ measures, base }: { measures: readonly MeasureView[]; base: string }) {
  return (
    <StackedTable caption={t('plan.table.caption')} heads={[t('plan.fields.title'), ...heads]} look="dec-plan" short>
      {measures.map((measure) => (
        <Row key={measure.id} measure={measure} href={`${base}/${measure.id}`} />
      ))}
    </StackedTable>
  )
}
