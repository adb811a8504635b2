import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { AssessmentSummary } from '@/lib/assessments/types'

/** The assessments of this browser with how long they are kept. */
export function ChecksHere({ checks }: { checks: readonly AssessmentSummary[] }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="hier">
      <h2 className="kern-heading-medium" id="hier">
        {t('handover.continue.here.heading')}
      </h2>
      {checks.length === 0 && <p className="kern-body dec-text">{t('handover.continue.here.none')}</p>}
      {checks.length > 0 && (
        <ul className="dec-checks-list">
          {checks.map(({ id, name, quartier, mode, answered, total, lastSeenAt, deletedOn }) => (
            <li key={id}>
              <TextLink href={`/check/${id}`}>{[name || t('page.unnamedTown'), quartier].filter(Boolean).join(', ')}</TextLink>
              <p className="kern-body kern-body--small">
                {t('handover.continue.here.state', { mode: t(`report.mode.${mode}`), answered, total: total ?? 0 })}
              </p>
              <p className="kern-body kern-body--small dec-quiet">
                {t('handover.continue.here.dates', { last: germanDate(lastSeenAt), until: germanDate(deletedOn) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
