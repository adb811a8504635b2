import { ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { readPlan } from '@/app/_plan/read-plan'
import { isOpen } from '@/lib/measures/due'
import { filterMeasures, filterSchema, leadsOf } from '@/lib/measures/filter'
import { FilterForm } from './filter-form'
import { NotPlannedList } from './not-planned-list'
import { PlanTable } from './plan-table'

export async function generateMetadata({ params }: WorkspacePageProps) {
  await readPlan((await params).workspaceId)
  return pageMetadata(t('plan.title'))
}

function Downloads({ workspaceId, withDays }: { workspaceId: string; withDays: boolean }) {
  const api = `/api/workspaces/${workspaceId}`
  return (
    <section className="dec-section" aria-labelledby="mitnehmen">
      <h2 className="kern-heading-medium" id="mitnehmen">
        {t('plan.downloads.heading')}
      </h2>
      <ul className="dec-downloads">
        <li>
          <TextLink href={`${api}/measures.csv`} download>
            {t('plan.downloads.csv')}
          </TextLink>
          <p className="kern-body kern-body--small dec-quiet">{t('plan.downloads.csvNote')}</p>
        </li>
        {withDays && (
          <li>
            <TextLink href={`${api}/measures.ics`} download>
              {t('plan.downloads.ics')}
            </TextLink>
            <p className="kern-body kern-body--small dec-quiet">{t('plan.downloads.icsNote')}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

export default async function PlanPage({ params, searchParams }: WorkspacePageProps) {
  const { workspaceId } = await params
  const search = await searchParams
  const { measures, notPlanned } = await readPlan(workspaceId)
  const workspace = await readWorkspacePage(workspaceId)
  const filter = filterSchema.parse({
    level: queryValue(search, 'level'),
    lead: queryValue(search, 'lead'),
    status: queryValue(search, 'status'),
  })
  const shown = filterMeasures(measures, filter)
  const here = workspacePage(workspaceId, 'massnahmen')
  const overdue = shown.filter((measure) => measure.overdue).length
  return (
    <>
      <WorkspaceHead workspace={workspace} current="massnahmen" />
      <h1 className="kern-heading-large">{t('plan.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('plan.lead')}</p>
      {workspace.may('measure.edit') && (
        <div className="dec-actions dec-space-3">
          <ButtonLink href={`${here}/neu`} look={measures.length === 0 ? 'primary' : 'secondary'}>
            {t('plan.add')}
          </ButtonLink>
        </div>
      )}
      {measures.length === 0 ? (
        <section className="dec-resume dec-column dec-space-4" aria-labelledby="leer">
          <h2 className="kern-title" id="leer">
            {t('plan.empty.heading')}
          </h2>
          <p className="kern-body dec-text">{t('plan.empty.text')}</p>
        </section>
      ) : (
        <>
          <FilterForm filter={filter} leads={leadsOf(measures)} here={here} />
          <p className="kern-body dec-space-3" role="status">
            {t('plan.count', { count: shown.length, overdue })}
          </p>
          {shown.length > 0 && <PlanTable measures={shown} base={here} />}
          <Downloads workspaceId={workspaceId} withDays={measures.some((measure) => isOpen(measure) && measure.dueOn !== null)} />
        </>
      )}
      {notPlanned.length > 0 && <NotPlannedList entries={notPlanned} />}
    </>
  )
}
