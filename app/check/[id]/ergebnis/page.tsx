import { Button, ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly } from '@/app/_lib/read-check'
import { readReport } from '@/app/_lib/read-report'
import { t } from '@/app/_lib/text'
import { ResultBody } from '@/app/_result/result-body'
import { ResultHead } from '@/app/_result/result-head'
import type { ResultSection, ResultTarget } from '@/app/_result/result-section'
import { resultSections } from '@/app/_result/result-sections'
import type { Mode } from '@/lib/questionnaire/questionnaire'
import { checkName } from '../overview-view'

export async function generateMetadata({ params }: CheckPageProps) {
  await readReport((await params).id)
  return pageMetadata(t('result.title'))
}

const pdf = (id: string, edition: 'gremien' | 'arbeit') => `/api/assessments/${id}/report?fassung=${edition}`

function Actions({ id }: { id: string }) {
  return (
    <>
      <div className="dec-actions dec-space-3">
        <ButtonLink href={pdf(id, 'gremien')}>{t('result.download')}</ButtonLink>
        <ButtonLink href={`/check/${id}/pruefen`} look="secondary">
          {t('result.review')}
        </ButtonLink>
      </div>
      <p className="kern-body kern-body--small dec-quiet dec-space-1 dec-no-print">
        {t('result.downloadNote')}{' '}
        <TextLink href={`/check/${id}/bericht`} inline>
          {t('result.toReport')}
        </TextLink>
      </p>
    </>
  )
}

/** Nothing is answered: no charts, but what to do. */
function NextStep({ id }: { id: string }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="weiter">
      <h2 className="kern-heading-medium" id="weiter">
        {t('result.empty.heading')}
      </h2>
      <p className="kern-body dec-text">{t('result.empty.text')}</p>
      <div className="dec-actions dec-space-3">
        <ButtonLink href={`/check/${id}`}>{t('result.empty.action')}</ButtonLink>
        <ButtonLink href="/beispiel" look="secondary">
          {t('result.empty.example')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** What the Schnellcheck covers, and how to go on from it. */
function QuickCheck({ id, mode }: { id: string; mode: Mode }) {
  if (mode !== 'schnell') return null
  return (
    <section className="dec-notice dec-space-4" aria-labelledby="schnellcheck">
      <h2 className="kern-title" id="schnellcheck">
        {t('result.quick.heading')}
      </h2>
      <p className="kern-body dec-text">{t('result.quick.text')}</p>
      <form className="dec-space-2 dec-no-print" method="post" action={`/api/assessments/${id}/mode`}>
        <Button look="secondary">{t('result.quick.action')}</Button>
      </form>
    </section>
  )
}

/** Some answers, but no level can be assessed yet. */
function Early({ id }: { id: string }) {
  return (
    <div className="dec-notice dec-space-4">
      <p className="kern-body dec-text">{t('result.early.text')}</p>
      <p className="dec-no-print">
        <TextLink href={`/check/${id}`}>{t('result.early.action')}</TextLink>
      </p>
    </div>
  )
}

function reportSection(id: string): ResultSection {
  return {
    id: 'bericht',
    heading: t('result.report.title'),
    content: (
      <>
        <p className="kern-body dec-text">{t('result.report.end')}</p>
        <div className="dec-actions dec-space-2">
          <ButtonLink href={pdf(id, 'gremien')}>{t('result.download')}</ButtonLink>
          <ButtonLink href={`/check/${id}/bericht`} look="secondary">
            {t('result.toReport')}
          </ButtonLink>
        </div>
      </>
    ),
  }
}

export default async function ResultPage({ params }: CheckPageProps) {
  const { id } = await params
  const { report, ...check } = await readReport(id)
  const workspaceId = check.view.round?.workspaceId ?? null
  const target: ResultTarget = { base: `/check/${id}`, checkId: id, workspaceId, decides: !isReadOnly(check) }
  const early = !report.empty && report.levels.every(({ stage }) => stage === null)
  // „Weiß nicht“ alone makes no profile, but it is worth a report.
  const nothing = report.empty && report.unknowns.length === 0
  const sections = resultSections(report, target)
  return (
    <>
      <ResultHead report={report} kicker={t('result.kicker', { name: checkName(check) })}>
        {!nothing && <Actions id={id} />}
      </ResultHead>
      {!isReadOnly(check) && <QuickCheck id={id} mode={check.view.mode} />}
      {nothing && <NextStep id={id} />}
      {early && <Early id={id} />}
      {!nothing && <ResultBody sections={[...sections, reportSection(id)]} />}
    </>
  )
}
