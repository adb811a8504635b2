import { Button, ButtonLink } from '@/app/_components/button'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected } from '@/app/_lib/read-check'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { MeasureFieldsets } from '@/app/_plan/measure-fields'
import { MeasureStatus } from '@/app/_plan/measure-status'
import { readOrigin } from '@/app/_plan/read-plan'
import { formValues, refusedMeasure } from '@/app/_plan/refused-measure'
import { questionnaireOf } from '@/lib/assessments/content'
import { newId } from '@/lib/assessments/secret'
import { freeMeasure } from '@/lib/measures/create-service'
import type { MeasureView } from '@/lib/measures/types'

async function read({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const [roundId, measureId] = [queryValue(search, 'runde'), queryValue(search, 'empfehlung')]
  const origin = roundId !== '' && measureId !== '' ? await readOrigin(workspaceId, roundId, measureId) : null
  const formId = queryValue(search, 'formular')
  const rejected = await readRejected(`measure-new:${workspaceId}:${formId}`, queryValue(search, 'fehler') !== '')
  return {
    workspaceId,
    formId: rejected ? formId : newId(),
    origin: origin && { ...origin, roundId, measureId },
    refused: refusedMeasure(rejected),
  }
}

export async function generateMetadata(props: WorkspacePageProps) {
  const { refused } = await read(props)
  return pageMetadata(t('plan.form.newTitle'), { refused: refused.summary.length > 0 })
}

function Existing({ measures, base }: { measures: readonly MeasureView[]; base: string }) {
  if (measures.length === 0) return null
  return (
    <div className="dec-notice dec-space-3">
      <p className="kern-body">{t('plan.form.existing')}</p>
      <ul className="dec-aside-list">
        {measures.map((measure) => (
          <li key={measure.id} className="kern-body">
            <TextLink href={`${base}/${measure.id}`} inline>
              {measure.title}
            </TextLink>{' '}
            <MeasureStatus measure={measure} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export default async function NewMeasurePage(props: WorkspacePageProps) {
  const { workspaceId, formId, origin, refused } = await read(props)
  const workspace = await readWorkspacePage(workspaceId)
  const here = workspacePage(workspaceId, 'massnahmen')
  const values = formValues(refused, origin?.fields ?? freeMeasure)
  const factor = origin && questionnaireOf().factorById.get(origin.fields.factorId)
  const head = <WorkspaceHead workspace={workspace} current={null} />
  if (!workspace.may('measure.edit') && refused.summary.length === 0) {
    return (
      <div className="dec-flow">
        {head}
        <h1 className="kern-heading-large">{t('plan.form.newTitle')}</h1>
        <p className="kern-body dec-text">{t('plan.form.readOnly')}</p>
        <TextLink href={here}>{t('plan.form.cancel')}</TextLink>
      </div>
    )
  }
  return (
    <>
      {head}
      <div className="dec-column">
        <PageErrors items={refused.summary} />
        {origin && <p className="kern-preline">{t('plan.form.fromRound', { round: origin.roundName })}</p>}
        <h1 className="kern-heading-large">{t('plan.form.newTitle')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t(origin ? 'plan.form.fromLead' : 'plan.form.newLead')}</p>
        <Existing measures={origin?.existing ?? []} base={here} />
        <form
          className="dec-space-4"
          method="post"
          action={`/api/workspaces/${workspaceId}/measures`}
          autoComplete="off"
          noValidate
        >
          <input type="hidden" name="id" value={formId} />
          {origin && (
            <>
              <input type="hidden" name="runde" value={origin.roundId} />
              <input type="hidden" name="empfehlung" value={origin.measureId} />
            </>
          )}
          <MeasureFieldsets
            values={values}
            errors={refused.errors}
            fixedFactor={origin ? (factor?.name ?? origin.fields.factorId) : null}
          />
          <div className="dec-save-bar">
            <Button>{t('plan.form.create')}</Button>
            <ButtonLink href={here} look="secondary">
              {t('plan.form.cancel')}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  )
}
