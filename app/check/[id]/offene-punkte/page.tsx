import { ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { progressOf, readCheck, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { openPoints, type OfficePoints } from '@/lib/assessments/open-points'
import { currentTime } from '@/lib/clock'
import { checkName } from '../overview-view'
import { OfficeSection } from './office-section'

export async function generateMetadata({ params }: CheckPageProps) {
  await readCheck((await params).id)
  return pageMetadata(t('handover.openPoints.title'))
}

const sectionId = (index: number) => `stelle-${index + 1}`

function Empty({ id }: { id: string }) {
  return (
    <div className="dec-flow">
      <p className="kern-body kern-body--large dec-text--large">{t('handover.openPoints.empty')}</p>
      <ButtonLink href={`/check/${id}/pruefen`} look="secondary">
        {t('handover.openPoints.review')}
      </ButtonLink>
    </div>
  )
}

function Intro({ check, offices }: { check: Check; offices: readonly OfficePoints[] }) {
  const count = offices.reduce((sum, { points }) => sum + points.length, 0)
  return (
    <div className="dec-flow dec-no-print">
      <p className="kern-body kern-body--large dec-text--large">
        {t('handover.openPoints.lead', { count, offices: offices.length })}
      </p>
      <p className="kern-body dec-text">{t('handover.openPoints.how')}</p>
      <p className="kern-body dec-text">{t('handover.openPoints.print')}</p>
      {progressOf(check).handled === 0 && (
        <p className="kern-body dec-text">
          {t('handover.openPoints.nothingYet')}{' '}
          <TextLink href="/vorbereiten" inline>
            {t('handover.openPoints.questionnaire')}
          </TextLink>
        </p>
      )}
      <nav aria-labelledby="stellen">
        <h2 className="kern-title" id="stellen">
          {t('handover.openPoints.toc')}
        </h2>
        <ul className="dec-aside-list">
          {offices.map(({ office, points }, index) => (
            <li key={office}>
              <TextLink href={`#${sectionId(index)}`}>
                {t('handover.openPoints.tocEntry', { office, count: points.length })}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

export default async function OpenPointsPage({ params }: CheckPageProps) {
  const check = await readCheck((await params).id)
  const now = currentTime()
  const offices = openPoints(check.view, check.questionnaire)
  return (
    <div className="dec-column">
      <div className="dec-no-print">
        <p className="kern-preline">{t('handover.openPoints.kicker', { name: checkName(check), date: germanDate(now) })}</p>
        <h1 className="kern-heading-large">{t('handover.openPoints.title')}</h1>
      </div>
      {offices.length === 0 ? <Empty id={check.view.id} /> : <Intro check={check} offices={offices} />}
      {offices.map((office, index) => (
        <OfficeSection key={office.office} check={check} office={office} id={sectionId(index)} now={now} />
      ))}
      <p className="dec-section dec-section--near dec-no-print">
        <TextLink href={`/check/${check.view.id}`}>{t('page.toOverview')}</TextLink>
      </p>
    </div>
  )
}
