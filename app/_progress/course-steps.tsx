import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { CourseView } from '@/lib/report/progress-types'

type Step = CourseView['steps'][number]

function StepLevels({ levels }: { levels: Step['levels'] }) {
  return (
    <ul className="dec-step-levels">
      {levels.map(({ id, headline, split, shareText }) => {
        const [, practice, known, content] = split?.rows.map(({ value }) => value) ?? []
        return (
          <li key={id}>
            <LevelName level={id} small>
              {headline}
            </LevelName>
            <p className="kern-body kern-body--small dec-quiet">
              {practice && known && content
                ? `${t('progress.page.course.parts', { practice, known, content })} ${shareText}`
                : shareText}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** From each round to the next, latest first: what moved on each level, and what was done in between. */
export function CourseSteps({ view, workspaceId }: { view: CourseView; workspaceId: string }) {
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.course.stepsIntro')}</p>
      <ol className="dec-steps-list" reversed>
        {view.steps.toReversed().map(({ from, to, beforeId, afterId, levels, measures }) => (
          <li key={afterId}>
            <h3 className="kern-title">{t('progress.page.course.stepHeading', { from, to })}</h3>
            <StepLevels levels={levels} />
            {measures.length > 0 && (
              <p className="kern-body kern-body--small dec-text">
                {t('progress.page.course.measures', { measures: measures.join('; ') })}
              </p>
            )}
            <p className="dec-no-print">
              <TextLink href={`/arbeitsbereich/${workspaceId}/vergleich?von=${beforeId}&bis=${afterId}`} small>
                {t('progress.page.course.stepLink', { from, to })}
              </TextLink>
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
