import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import type { CourseView } from '@/lib/report/progress-types'

/** Whoever comes back wants the latest steps first; forty would be a page of their own. */
const shownFirst = 5

type Step = CourseView['steps'][number]

function StepLevels({ levels }: { levels: Step['levels'] }) {
  return (
    <ul className="dec-step-levels">
      {levels.map(({ id, headline, shareText }) => (
        <li key={id}>
          <LevelName level={id} small>
            {headline}
          </LevelName>
          <p className="kern-body kern-body--small dec-quiet">{shareText}</p>
        </li>
      ))}
    </ul>
  )
}

/** The parts of the change of each level, as numbers that add up; nothing where nothing can be measured. */
function StepParts({ levels, title }: { levels: Step['levels']; title: string }) {
  const measured = levels.flatMap(({ short, split }) => (split ? [{ short, rows: split.rows }] : []))
  const [first] = measured
  if (!first) return null
  return (
    <More summary={t('progress.page.split.summary')} small>
      <DataTable
        caption={t('progress.page.split.caption', { name: title })}
        head={[t('result.table.level'), ...first.rows.map(({ label }) => label)]}
        rows={measured.map(({ short, rows }) => [short, ...rows.map(({ value }) => value)])}
      />
    </More>
  )
}

function StepList({ steps, workspaceId }: { steps: readonly Step[]; workspaceId: string }) {
  return (
    <ol className="dec-steps-list" reversed>
      {steps.map(({ from, to, beforeId, afterId, levels, measures }) => (
        <li key={afterId}>
          <h3 className="kern-title">{t('progress.page.course.stepHeading', { from, to })}</h3>
          <StepLevels levels={levels} />
          <StepParts levels={levels} title={t('progress.page.course.stepHeading', { from, to })} />
          {measures.length > 0 && (
            <p className="kern-body kern-body--small dec-text">
              {t('progress.page.course.measures', { measures: measures.join('; ') })}
            </p>
          )}
          <p className="dec-no-print">
            <TextLink href={`${workspacePage(workspaceId, 'vergleich')}?von=${beforeId}&bis=${afterId}`} small>
              {t('progress.page.course.stepLink', { from, to })}
            </TextLink>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** From each round to the next, latest first: what moved on each level, and what was done in between. */
export function CourseSteps({ view, workspaceId }: { view: CourseView; workspaceId: string }) {
  const steps = view.steps.toReversed()
  const [shown, more] = [steps.slice(0, shownFirst), steps.slice(shownFirst)]
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.course.stepsIntro')}</p>
      <StepList steps={shown} workspaceId={workspaceId} />
      {more.length > 0 && (
        <div className="dec-space-4">
          <More summary={t('progress.page.course.moreSteps', { count: more.length })}>
            <StepList steps={more} workspaceId={workspaceId} />
          </More>
        </div>
      )}
    </>
  )
}
