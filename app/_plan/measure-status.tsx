import { t } from '@/app/_lib/text'
import type { MeasureView } from '@/lib/measures/types'

/** The status as a word; a late measure says so in a word of its own, not by its colour alone. */
export function MeasureStatus({ measure }: { measure: Pick<MeasureView, 'status' | 'overdue'> }) {
  return (
    <>
      {t(`plan.status.${measure.status}`)}
      {measure.overdue && (
        <>
          {' '}
          <span className="dec-overdue">{t('plan.overdue')}</span>
        </>
      )}
    </>
  )
}
