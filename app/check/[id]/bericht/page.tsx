import { ButtonLink } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly } from '@/app/_lib/read-check'
import { readReport } from '@/app/_lib/read-report'
import { t } from '@/app/_lib/text'
import { unprintedCharacters } from '@/lib/report/pdf/text/unprinted'
import type { ReportViewModel } from '@/lib/report/types'
import { unprintedText } from '@/lib/report/unprinted-text'
import { UnsavedInput } from '../unsaved-input'
import { CoatOfArmsForm } from './coat-of-arms-form'
import { CoverForm } from './cover-form'
import { readReportForms } from './read-report-forms'

export async function generateMetadata({ params, searchParams }: CheckPageProps) {
  const { id } = await params
  await readReport(id)
  const { summary } = await readReportForms(id, await searchParams)
  return pageMetadata(t('result.report.title'), { refused: summary.length > 0 })
}

/** What each edition contains, and its file. */
function Editions({ id }: { id: string }) {
  return (
    <>
      <div className="dec-two dec-space-3">
        {(['gremien', 'arbeit'] as const).map((edition) => (
          <div key={edition} className="dec-edition">
            <h3 className="kern-title">{t(`result.report.${edition}.heading`)}</h3>
            <p className="kern-body">{t(`result.report.${edition}.text`)}</p>
            <p>
              <ButtonLink
                href={`/api/assessments/${id}/report?fassung=${edition}`}
                look={edition === 'gremien' ? 'primary' : 'secondary'}
              >
                {t('result.downloadEdition', { edition: t(`report.edition.${edition}`) })}
              </ButtonLink>
            </p>
          </div>
        ))}
      </div>
      <p className="kern-body kern-body--small dec-quiet dec-text dec-space-2">{t('result.report.wait')}</p>
    </>
  )
}

/** Said before the download: what somebody wrote and nobody will be able to read in the file. */
function Unprinted({ report }: { report: ReportViewModel }) {
  const text = unprintedText(unprintedCharacters(report), t)
  if (text === null) return null
  return (
    <div className="dec-notice dec-space-3">
      <p className="kern-body dec-text">{text}</p>
      <p className="kern-body dec-text">{t('result.report.unprinted')}</p>
    </div>
  )
}

export default async function ReportPage({ params, searchParams }: CheckPageProps) {
  const { id } = await params
  const search = await searchParams
  const { view, report, ...check } = await readReport(id)
  const readOnly = isReadOnly(check)
  const { errors, summary, details, unsaved, rejected, shown, stored } = await readReportForms(id, search)
  const refused = readOnly ? [] : summary
  const { statusText, answeredBy } = report.meta
  const roles = answeredBy.length > 0 ? answeredBy.join(', ') : t('result.report.cover.nobody')
  return (
    <>
      {readOnly && (
        <UnsavedInput
          rejected={unsaved}
          labels={{ agreedOn: t('result.report.cover.agreedOn'), answeredBy: t('result.report.cover.answeredBy') }}
        />
      )}
      <PageErrors items={refused} />
      {!readOnly && (
        <StoredMeanwhile
          rejected={rejected}
          fields={(['agreedOn', 'answeredBy'] as const).map((field) => ({
            field,
            label: t(`result.report.cover.${field}`),
            typed: details[field],
            stored: stored[field],
          }))}
        />
      )}
      {refused.length === 0 && queryValue(search, 'gespeichert') !== '' && <Notice>{t('page.saved')}</Notice>}
      <h1 className="kern-heading-large">{t('result.report.heading')}</h1>
      <p className="kern-body kern-body--large dec-text--large dec-lead">{t('result.report.lead')}</p>
      <section className="dec-section dec-section--near" aria-labelledby="fassung">
        <h2 className="kern-heading-medium" id="fassung">
          {t('result.report.choose')}
        </h2>
        <p className="kern-body dec-text">{t('result.report.both')}</p>
        {report.empty && <p className="kern-body dec-text">{t('result.report.early')}</p>}
        <Unprinted report={report} />
        <Editions id={id} />
      </section>
      <section className="dec-section" aria-labelledby="deckblatt">
        <h2 className="kern-heading-medium" id="deckblatt">
          {t('result.report.cover.heading')}
        </h2>
        {!readOnly && <p className="kern-body dec-text">{t('result.report.cover.text')}</p>}
        <p className="kern-body dec-text dec-quiet">{t('result.report.cover.now', { status: statusText, roles })}</p>
        {!readOnly && (
          <CoverForm id={id} agreedOn={details.agreedOn} answeredBy={details.answeredBy} shown={shown} errors={errors} />
        )}
      </section>
      {!readOnly && (
        <section className="dec-section" aria-labelledby="wappen">
          <h2 className="kern-heading-medium" id="wappen">
            {t('result.report.coat.heading')}
          </h2>
          <p className="kern-body dec-text">{t('result.report.coat.text')}</p>
          <CoatOfArmsForm id={id} stored={view.details.hasCoatOfArms} error={errors.file} />
        </section>
      )}
      <p className="dec-space-4 dec-no-print">
        <TextLink href={`/check/${id}/ergebnis`}>{t('result.report.back')}</TextLink>
      </p>
    </>
  )
}
