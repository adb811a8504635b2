import { Button, ButtonLink } from '@/app/_components/button'
import { LevelMark } from '@/app/_components/level-mark'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected } from '@/app/_lib/read-check'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { MeasureFieldsets } from '@/app/_plan/measure-fields'
import { readEditConflict, readMeasurePage } from '@/app/_plan/read-plan'
import { formValues, refusedMeasure } from '@/app/_plan/refused-measure'
import { isOpen } from '@/lib/measures/due'
import type { MeasureView } from '@/lib/measures/types'
import { germanDay } from '@/lib/report/format'
import { ConflictView } from './conflict-view'
import { HistoryList } from './history-list'
import { MeasureFacts } from './measure-facts'

type Props = WorkspacePageProps<{ measureId: string }>

async function read({ params, searchParams }: Props) {
  const [{ workspaceId, measureId }, search] = await Promise.all([params, searchParams])
  const { measure, history } = await readMeasurePage(workspaceId, measureId)
  const rejected = await readRejected(`measure:${measureId}`, queryValue(search, 'fehler') !== '')
  const conflicting = rejected?.errors.some(({ code }) => code === 'conflict') ?? false
  const conflict = conflicting ? await readEditConflict(workspaceId, measureId, rejected?.payload ?? {}) : null
  // A conflict that is none any more has nothing to show: what was typed stands in the form, over what is stored now.
  const refused = refusedMeasure(conflicting && !conflict ? { payload: rejected?.payload ?? {}, errors: [] } : rejected)
  return {
    workspaceId,
    measure,
    history,
    conflict,
    refused,
    saved: refused.summary.length === 0 && queryValue(search, 'gespeichert'),
  }
}

export async function generateMetadata(props: Props) {
  const { measure, refused } = await read(props)
  return pageMetadata(measure.title, { refused: refused.summary.length > 0 })
}

function Aside({ measure, workspaceId }: { measure: MeasureView; workspaceId: string }) {
  const { id, round, contentMeasureId, dueOn } = measure
  return (
    <aside className="dec-flow" aria-label={t('plan.page.aside')}>
      {dueOn !== null && isOpen(measure) && (
        <div className="dec-tight">
          <h2 className="kern-title kern-title--small">{t('plan.page.reminder', { date: germanDay(dueOn) })}</h2>
          <TextLink href={`/api/workspaces/${workspaceId}/measures/${id}/calendar.ics`} download>
            {t('plan.downloads.icsOne')}
          </TextLink>
          <p className="kern-body kern-body--small dec-quiet">{t('plan.downloads.icsOneNote')}</p>
        </div>
      )}
      {round && (
        <div className="dec-tight">
          <h2 className="kern-title kern-title--small">{t('plan.form.fromRound', { round: round.name })}</h2>
          <TextLink href={`/check/${round.id}/empfehlung/${contentMeasureId}`}>{t('plan.page.recommendation')}</TextLink>
        </div>
      )}
      <p>
        <TextLink href={workspacePage(workspaceId, 'massnahmen')}>{t('plan.form.cancel')}</TextLink>
      </p>
    </aside>
  )
}

interface EditFormProps {
  measure: MeasureView
  action: string
  back: string
  refused: RefusedForm
}

function EditForm({ measure, action, back, refused }: EditFormProps) {
  return (
    <form className="dec-space-4" method="post" action={action} autoComplete="off" noValidate>
      <input type="hidden" name="version" value={refused.typed('version') ?? measure.version} />
      <MeasureFieldsets
        values={formValues(refused, measure)}
        errors={refused.errors}
        fixedFactor={measure.contentMeasureId === '' ? null : measure.factorName}
      />
      <div className="dec-save-bar">
        <Button>{t('plan.form.save')}</Button>
        <ButtonLink href={back} look="secondary">
          {t('plan.form.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

export default async function MeasurePage(props: Props) {
  const { workspaceId, measure, history, conflict, refused, saved } = await read(props)
  const workspace = await readWorkspacePage(workspaceId)
  const editor = workspace.may('measure.edit')
  const action = `/api/workspaces/${workspaceId}/measures/${measure.id}`
  const { title, levelId, levelShort, place, factorName, overdue, dueOn } = measure
  const origin = { level: levelShort, factor: factorName, place }
  return (
    <>
      <WorkspaceHead workspace={workspace} current={null} />
      <div className="dec-with-aside">
        <div>
          <PageErrors items={refused.summary} />
          {saved && <Notice>{t(saved === 'neu' ? 'plan.saved.created' : 'plan.saved.changed')}</Notice>}
          <p className="kern-preline dec-kicker">
            <LevelMark level={levelId} />
            <span>{t(place === '' ? 'plan.table.origin' : 'plan.table.originPlace', origin)}</span>
          </p>
          <h1 className="kern-heading-large">{title}</h1>
          {overdue && dueOn !== null && (
            <p className="kern-body dec-overdue-line">{t('plan.page.overdue', { date: germanDay(dueOn) })}</p>
          )}
          {conflict && <ConflictView conflict={conflict} action={action} />}
          {!conflict && editor && (
            <EditForm measure={measure} action={action} back={workspacePage(workspaceId, 'massnahmen')} refused={refused} />
          )}
          {!editor && <MeasureFacts measure={measure} />}
          <HistoryList history={history} />
        </div>
        <Aside measure={measure} workspaceId={workspaceId} />
      </div>
    </>
  )
}
