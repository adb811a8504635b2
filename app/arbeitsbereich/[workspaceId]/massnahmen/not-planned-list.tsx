import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { NotPlanned } from '@/lib/measures/types'

/** The recommendations that were not planned, with the reasons. */
export function NotPlannedList({ entries }: { entries: readonly NotPlanned[] }) {
  const heads = [t('plan.notPlanned.reason'), t('plan.notPlanned.round')] as const
  return (
    <section className="dec-section" aria-labelledby="nicht-vorgesehen">
      <h2 className="kern-heading-medium" id="nicht-vorgesehen">
        {t('plan.notPlanned.heading')}
      </h2>
      <p className="kern-body dec-text">{t('plan.notPlanned.text')}</p>
      <StackedTable
        caption={t('plan.notPlanned.caption')}
        heads={[t('plan.notPlanned.measure'), ...heads]}
        look="dec-not-planned"
        short
      >
        {entries.map(({ roundId, roundName, measureId, title, reason }) => (
          <tr key={`${roundId} ${measureId}`}>
            <th scope="row">
              <TextLink href={`/check/${roundId}/empfehlung/${measureId}`} inline>
                {title}
              </TextLink>
            </th>
            <td className="dec-pre-line" data-label={heads[0]}>
              {reason}
            </td>
            <td data-label={heads[1]}>{roundName}</td>
          </tr>
        ))}
      </StackedTable>
    </section>
  )
}
