import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { AssessmentSummary } from '@/lib/assessments/types'

/** The checks of this browser, last used first. */
export function MyChecks({ checks }: { checks: readonly AssessmentSummary[] }) {
  return (
    <section className="dec-section" id="meine-checks" aria-labelledby="meine-checks-titel">
      <h2 className="kern-heading-large" id="meine-checks-titel">
        {t('start.checks.heading')}
      </h2>
      {checks.length === 0 && (
        <p className="kern-body dec-text">
          {t('start.checks.none')}{' '}
          <TextLink href="/fortsetzen" inline>
            {t('start.checks.withCode')}
          </TextLink>
        </p>
      )}
      {checks.length > 0 && (
        <ul className="dec-checks-list">
          {checks.map(({ id, name, quartier, mode, answered, total, lastSeenAt }) => (
            <li key={id}>
              <TextLink href={`/check/${id}`}>{[name || t('page.unnamedTown'), quartier].filter(Boolean).join(', ')}</TextLink>
              <p className="kern-body kern-body--small dec-quiet">
                {t('start.checks.state', {
                  mode: t(`report.mode.${mode}`),
                  answered,
                  total: total ?? 0,
                  date: germanDate(lastSeenAt),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
