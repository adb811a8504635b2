import { ErrorSummary } from '@/app/_components/error-summary'
import { FocusSummary } from '@/app/_components/focus-summary'
import { Notice } from '@/app/_components/notice'
import { TextLink } from '@/app/_components/text-link'
import { errorText } from '@/app/_lib/error-text'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { readRejected } from '@/app/_lib/read-check'
import { readReport } from '@/app/_lib/read-report'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import { TakeOver } from '@/app/_plan/take-over'
import { DecisionForm } from '@/app/_result/decision-form'
import { MeasureDetails } from '@/app/_result/measure-details'
import type { RejectedInput } from '@/lib/assessments/types'

type Props = CheckPageProps<{ measureId: string }>

interface Refused {
  readonly decision: string
  readonly reason: string
  readonly error: string
}

/** The measure's words even if the answers no longer lead to it. */
async function readMeasure({ id, measureId }: { id: string; measureId: string }) {
  const { view, report, questionnaire } = await readReport(id)
  const content = questionnaire.measureById.get(measureId)
  if (!content) showNotFound()
  const all = [...report.firstMeasures, ...report.otherMeasures.flatMap(({ measures }) => measures)]
  return { title: content.title, measure: all.find((one) => one.id === measureId) ?? null, round: view.round }
}

const textOf = (payload: RejectedInput['payload'], name: string) => {
  const value = payload[name]
  return typeof value === 'string' ? value : ''
}

/** What was typed and refused, with its error; the reason is the only field that can be refused. */
async function readRefused(id: string, measureId: string, search: Awaited<Props['searchParams']>): Promise<Refused | null> {
  const rejected = await readRejected(`decisions:${id}:${measureId}`, queryValue(search, 'fehler') !== '')
  const [error] = rejected?.errors ?? []
  if (!rejected || !error) return null
  return {
    decision: textOf(rejected.payload, 'decision'),
    reason: textOf(rejected.payload, 'reason'),
    error: error.code === 'required' ? t('measure.decision.needsReason') : errorText(error),
  }
}

export async function generateMetadata({ params, searchParams }: Props) {
  const { id, measureId } = await params
  const { title } = await readMeasure({ id, measureId })
  return pageMetadata(title, { refused: (await readRefused(id, measureId, await searchParams)) !== null })
}

export default async function MeasurePage({ params, searchParams }: Props) {
  const { id, measureId } = await params
  const search = await searchParams
  const { title, measure, round } = await readMeasure({ id, measureId })
  const refused = await readRefused(id, measureId, search)
  const plan = round && <TakeOver workspaceId={round.workspaceId} roundId={id} measureId={measureId} />
  const back = (
    <p className="dec-space-4 dec-no-print">
      <TextLink href={`/check/${id}/ergebnis#massnahme-${measureId}`}>{t('measure.back')}</TextLink>
    </p>
  )
  if (!measure) {
    return (
      <div className="dec-flow">
        <h1 className="kern-heading-large">{title}</h1>
        <p className="kern-body dec-text">{t('measure.gone.text')}</p>
        {plan}
        {back}
      </div>
    )
  }
  const saved = queryValue(search, 'gespeichert') !== '' && !refused
  const decision = measure.decisionTaken?.text
  return (
    <>
      {refused && (
        <>
          <ErrorSummary
            heading={t('page.errors.heading')}
            items={[{ href: `#entscheidung-${measureId}-grund`, text: refused.error }]}
          />
          <FocusSummary />
        </>
      )}
      {saved && <Notice>{decision ? t('measure.decision.saved', { decision }) : t('measure.decision.cleared')}</Notice>}
      <MeasureDetails
        measure={measure}
        decision={<DecisionForm checkId={id} measure={measure} refused={refused ?? undefined} />}
      />
      {plan}
      {back}
    </>
  )
}
