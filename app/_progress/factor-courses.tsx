import { SmallCourseChart } from '@/app/_charts/course-charts'
import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import type { CourseView, LevelCourseView } from '@/lib/report/progress-types'
import { roundNames } from './round-names'

interface FactorCourseProps {
  level: LevelCourseView
  factor: LevelCourseView['factors'][number]
  names: readonly string[]
}

function FactorCourse({ level, factor: { name, points, alt }, names }: FactorCourseProps) {
  return (
    <li>
      <h4 className="kern-body">{name}</h4>
      <SmallCourseChart points={points} level={level.id} alt={alt} />
      <More
        small
        summary={
          <>
            {points.at(-1)?.stageText} <span className="kern-sr-only">{t('progress.page.course.tableOf', { name })}</span>
          </>
        }
      >
        <DataTable
          caption={name}
          head={[t('progress.page.course.round'), t('result.table.stage')]}
          rows={names.map((round, index) => [round, points[index]?.stageText ?? '–'])}
        />
      </More>
    </li>
  )
}

/** Every factor over all rounds, small, by level; the stages of each as a table. */
export function FactorCourses({ view }: { view: CourseView }) {
  const names = roundNames(view.rounds)
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.course.factorsIntro')}</p>
      <div className="dec-stack dec-space-3">
        {view.levels.map((level) => (
          <div key={level.id}>
            <h3 className="kern-heading-small">
              <LevelName level={level.id}>{level.short}</LevelName>
            </h3>
            <ul className="dec-small-courses">
              {level.factors.map((factor) => (
                <FactorCourse key={factor.id} level={level} factor={factor} names={names} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  )
}
