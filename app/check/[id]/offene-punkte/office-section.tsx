import { germanDate } from '@/app/_lib/dates'
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import type { OfficePoints } from '@/lib/assessments/open-points'
import { checkName } from '../overview-view'
import { PointSheet } from './point-sheet'

interface OfficeSectionProps {
  check: Check
  office: OfficePoints
  id: string
  now: Date
}

/** What one office can settle; on paper a sheet of its own, which can be handed over without the rest. */
export function OfficeSection({ check, office, id, now }: OfficeSectionProps) {
  return (
    <section className="dec-section dec-office" id={id} aria-labelledby={`${id}-titel`}>
      <p className="kern-body kern-body--small dec-only-print">
        {t('handover.openPoints.sheet', { product: t('common.product'), name: checkName(check), date: germanDate(now) })}
      </p>
      <h2 className="kern-heading-medium" id={`${id}-titel`}>
        {t('handover.openPoints.office', { office: office.office })}
      </h2>
      <p className="kern-body kern-body--small dec-only-print">{t('handover.openPoints.instruction')}</p>
      {office.points.map((point) => (
        <PointSheet key={point.question.id} check={check} point={point} />
      ))}
      <dl className="dec-sign dec-only-print">
        <div>
          <dt>{t('handover.openPoints.filledBy')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('handover.openPoints.date')}</dt>
          <dd />
        </div>
      </dl>
    </section>
  )
}
