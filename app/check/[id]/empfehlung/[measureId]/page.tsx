import { ErrorSummary } from '@/app/_components/error-summary'
import { FocusSummary } from '@/app/_components/focus-summary'
import { Notice } from '@/app/_components/notice'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { TextLink } from '@/app/_components/text-link'
import { errorText } from '@/app/_lib/error-text'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, readRejected } from '@/app/_lib/read-check'
import { readReport } from '@/app/_lib/read-report'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import { TakeOver } from '@/app/_plan/take-over'
import { UnsavedInput } from '@/app/check/[id]/unsaved-input'
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
  const { report, questionnaire, ...check } = await readReport(id)
  const content = questionnaire.measureById.get(measureId)
  if (!content) showNotFound()
  const all = [...report.firstMeasures, ...report.otherMeasures.flatMap(({ measures }) => measures)]
  const measure = all.find((one) => one.id === measureId) ?? null
  return { readOnly: isReadOnly(check), title: content.title, measure, round: check.view.round }
}

const textOf = (payload: RejectedInput['payload'], name: string) => {
  const value = payload[name]
  return typeof value === 'string' ? value : ''
}

/** What was typed and refused, with its error; the reason is the only field that can be refused. */
function refusedOf(rejected: RejectedInput | null): Refused | null {
  const [error] = rejected?.errors ?? []
  if (!rejected || !error) return null
  return {
    decision: textOf(rejected.payload, 'decision'),
    reason: textOf(rejected.payload, 'reason'),
    error: error.code === 'required' ? t('measure.decision.needsReason') : errorText(error),
  }
}

const decisionIds = ['uebernehmen', 'spaeter', 'nicht-vorgesehen'] as const

/** A decision in words; a reason as it was typed. */
function decisionText(value: string): string {
  if (value === '') return t('measure.decision.offen')
  const decision = decisionIds.find((id) => id === value)
  return decision ? t(`measure.decision.${decision}`) : value
}

const rejectedOf = async (id: string, measureId: string, search: Awaited<Props['searchParams']>) =>
  await readRejected(`decisions:${id}:${measureId}`, queryValue(search, 'fehler') !== '')

export async function generateMetadata({ params, searchParams }: Props) {
  const { id, measureId } = await params
  const { title } = await readMeasure({ id, measureId })
  return pageMetadata(title, { refused: (await rejectedOf(id, measureId, await searchParams)) !== null })
}

export default async function MeasurePage({ params, searchParams }: Props) {
  const { id, measureId } = await params
  const search = await searchParams
  const { title, measure, readOnly, round } = await readMeasure({ id, measureId })
  const rejected = await rejectedOf(id, measureId, search)
  const refused = readOnly ? null : refusedOf(rejected)
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
      {readOnly && (
        <UnsavedInput
          rejected={rejected}
          labels={{ decision: t('measure.decision.legend'), reason: t('measure.decision.reason') }}
          textOf={decisionText}
        />
      )}
      {refused && (
        <>
          <ErrorSummary
            heading={t('page.errors.heading')}
            items={[{ href: `#entscheidung-${measureId}-grund`, text: refused.error }]}
          />
          <FocusSummary />
          <StoredMeanwhile
            rejected={rejected}
            fields={[
              {
                field: 'decision',
                label: t('measure.decision.legend'),
                typed: decisionText(refused.decision),
                stored: decisionText(measure.decisionTaken?.decision ?? ''),
              },
              {
                field: 'reason',
                label: t('measure.decision.reason'),
                typed: refused.reason,
                stored: measure.decisionTaken?.reason ?? '',
              },
            ]}
          />
        </>
      )}
      {saved && <Notice>{decision ? t('measure.decision.saved', { decision }) : t('measure.decision.cleared')}</Notice>}
      <MeasureDetails
        measure={measure}
        decision={
          readOnly ? (
            <p className="kern-body dec-text dec-no-print">
              {[decision ?? t('measure.decision.offen'), measure.decisionTaken?.reason].filter(Boolean).join('. ')}
            </p>
          ) : (
            <DecisionForm checkId={id} measure={measure} refused={refused ?? undefined} />
          )
        }
      />
      {plan}
      {back}
    </>
  )
}
