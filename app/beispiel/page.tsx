import { ButtonLink } from '@/app/_components/button'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { sampleReport } from '@/app/_lib/sample-report'
import { t } from '@/app/_lib/text'
import { ResultBody } from '@/app/_result/result-body'
import { ResultHead } from '@/app/_result/result-head'
import type { ResultSection, ResultTarget } from '@/app/_result/result-section'
import { resultSections } from '@/app/_result/result-sections'
import { currentTime } from '@/lib/clock'

export const metadata = pageMetadata(t('result.example.title'))

const target: ResultTarget = { base: '/beispiel', checkId: null, decides: false }

const reportSection: ResultSection = {
  id: 'bericht',
  heading: t('result.report.title'),
  content: (
    <>
      <p className="kern-body dec-text">{t('result.example.end')}</p>
      <div className="dec-actions dec-space-2">
        <ButtonLink href="/api/example-report" look="secondary">
          {t('result.example.download')}
        </ButtonLink>
        <ButtonLink href="/">{t('result.example.start')}</ButtonLink>
      </div>
    </>
  ),
}

export default function ExamplePage() {
  const report = sampleReport(currentTime())
  const { kommune, quartier } = report.meta
  const name = t('page.checkName', { kommune, quartier })
  return (
    <>
      <div className="dec-notice">
        <p className="kern-body dec-text">{t('result.example.invented')}</p>
      </div>
      <ResultHead report={report} kicker={t('result.example.kicker', { name })}>
        <div className="dec-actions dec-space-3">
          <ButtonLink href="/">{t('result.example.start')}</ButtonLink>
          <ButtonLink href="/api/example-report" look="secondary">
            {t('result.example.download')}
          </ButtonLink>
        </div>
      </ResultHead>
      <ResultBody sections={[...resultSections(report, target), reportSection]} />
    </>
  )
}
