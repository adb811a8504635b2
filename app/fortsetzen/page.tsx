import { ErrorSummary } from '@/app/_components/error-summary'
import { FocusSummary } from '@/app/_components/focus-summary'
import { ResumeForm } from '@/app/_components/resume-form'
import { fieldIdOf } from '@/app/_components/text-field'
import { readBrowserKey } from '@/app/_lib/browser-key'
import { errorText } from '@/app/_lib/error-text'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { listAssessments } from '@/lib/assessments/service'
import type { AssessmentSummary } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import { ChecksHere } from './checks-here'
import { StateFileForm, stateFileFieldId } from './state-file-form'

interface Refused {
  /** What was typed as a code. */
  readonly code: string
  readonly codeError?: string
  readonly fileError?: string
}

/** `?fehler=1` after a refused code, `?fehler=1&mit=datei` after a refused file. */
async function readRefused(search: Awaited<PageProps['searchParams']>): Promise<Refused> {
  const asked = queryValue(search, 'fehler') !== ''
  const withFile = queryValue(search, 'mit') === 'datei'
  const rejected = await readRejected(withFile ? 'import' : 'resume', asked)
  const [error] = rejected?.errors ?? []
  if (!rejected || !error) return { code: '' }
  if (withFile) return { code: '', fileError: errorText(error) }
  const typed = rejected.payload.code
  const code = typeof typed === 'string' ? typed : ''
  return { code, codeError: code.trim() === '' ? t('handover.resume.empty') : errorText(error) }
}

async function readChecks(): Promise<AssessmentSummary[]> {
  try {
    return await listAssessments(await readBrowserKey(), currentTime())
  } catch (error) {
    return showFailure(error)
  }
}

export async function generateMetadata({ searchParams }: PageProps) {
  const { codeError, fileError } = await readRefused(await searchParams)
  return pageMetadata(t('handover.continue.title'), { refused: Boolean(codeError ?? fileError) })
}

function Summary({ codeError, fileError }: Refused) {
  const items = [
    ...(codeError ? [{ href: `#${fieldIdOf('code')}`, text: codeError }] : []),
    ...(fileError ? [{ href: `#${stateFileFieldId}`, text: fileError }] : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <ErrorSummary heading={t('page.errors.heading')} items={items} />
      <FocusSummary />
    </>
  )
}

export default async function ContinuePage({ searchParams }: PageProps) {
  const [refused, checks] = await Promise.all([readRefused(await searchParams), readChecks()])
  return (
    <div className="dec-column">
      <Summary {...refused} />
      <h1 className="kern-heading-large">{t('handover.continue.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('handover.continue.lead')}</p>
      {checks.length > 0 && <ChecksHere checks={checks} />}
      <section className="dec-section dec-section--near dec-flow" aria-labelledby="mit-code">
        <h2 className="kern-heading-medium" id="mit-code">
          {t('handover.continue.code.heading')}
        </h2>
        <p className="kern-body dec-text">{t('handover.continue.code.text')}</p>
        <ResumeForm value={refused.code} error={refused.codeError} />
      </section>
      <section className="dec-section dec-section--near dec-flow" id="datei" aria-labelledby="datei-titel">
        <h2 className="kern-heading-medium" id="datei-titel">
          {t('handover.continue.file.heading')}
        </h2>
        <p className="kern-body dec-text">{t('handover.continue.file.text')}</p>
        <StateFileForm error={refused.fileError} />
      </section>
      {checks.length === 0 && <ChecksHere checks={checks} />}
      <section className="dec-section dec-section--near" aria-labelledby="weder-noch">
        <h2 className="kern-heading-medium" id="weder-noch">
          {t('handover.continue.neither.heading')}
        </h2>
        <p className="kern-body dec-text">{t('handover.continue.neither.text')}</p>
      </section>
    </div>
  )
}
