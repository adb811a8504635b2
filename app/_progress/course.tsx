import { BalanceCourseChart, CourseChart, CoverageChart } from '@/app/_charts/course-charts'
import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import { ResultBody } from '@/app/_result/result-body'
import type { CourseView } from '@/lib/report/progress-types'
import { Cautions } from './cautions'
import { CourseSteps } from './course-steps'
import { FactorCourses } from './factor-courses'
import { LevelKey } from './level-key'
import { roundNames } from './round-names'

const mostGaps = 3

/** One row a round: forty rounds make a long table, never a wide one. */
function CourseTable({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    <More summary={t('result.table.summary')} small>
      <DataTable caption={caption} head={[t('progress.page.course.round'), ...head]} rows={rows} />
    </More>
  )
}

/** Where no line is drawn, and why; many of them are folded. */
function Gaps({ gaps, level }: { gaps: readonly string[]; level: string }) {
  if (gaps.length === 0) return null
  const list = (
    <ul className="dec-bullets kern-body kern-body--small dec-text">
      {gaps.map((gap) => (
        <li key={gap}>{gap}</li>
      ))}
    </ul>
  )
  if (gaps.length <= mostGaps) return list
  return (
    <More small summary={t('progress.page.course.gaps', { count: gaps.length, level })}>
      {list}
    </More>
  )
}

function Levels({ view }: { view: CourseView }) {
  const names = roundNames(view.rounds)
  return (
    <div className="dec-stack dec-space-3">
      {view.levels.map(({ id, short, points, alt, gaps }) => (
        <div key={id}>
          <h3 className="kern-heading-small">
            <LevelName level={id}>{short}</LevelName>
          </h3>
          <CourseChart points={points} level={id} names={view.rounds.map(({ label }) => label)} alt={alt} />
          <Gaps gaps={gaps} level={short} />
        </div>
      ))}
      <CourseTable
        caption={t('progress.page.course.levels')}
        head={view.levels.map(({ short }) => short)}
        rows={names.map((name, index) => [name, ...view.levels.map(({ points }) => points[index]?.stageText ?? '–')])}
      />
    </div>
  )
}

function Coverage({ view }: { view: CourseView }) {
  const names = roundNames(view.rounds)
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.course.coverageIntro')}</p>
      <CoverageChart coverage={view.coverage} names={view.rounds.map(({ label }) => label)} />
      <CourseTable
        caption={t('progress.page.course.coverage')}
        head={[t('progress.page.course.coverage')]}
        rows={names.map((name, index) => [name, view.coverage.shares[index]?.text ?? '–'])}
      />
    </>
  )
}

function Balance({ view }: { view: CourseView }) {
  const names = roundNames(view.rounds)
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.course.balanceIntro')}</p>
      <LevelKey levels={view.levels} />
      <BalanceCourseChart balance={view.balance} names={view.rounds.map(({ label }) => label)} />
      <CourseTable
        caption={t('result.balance.heading')}
        head={[t('result.balance.heading')]}
        rows={names.map((name, index) => [name, view.balance.rounds[index]?.sentence ?? '–'])}
      />
    </>
  )
}

/** The course of all rounds. */
export function Course({ view, workspaceId }: { view: CourseView; workspaceId: string }) {
  const sections = [
    { id: 'ebenen', heading: t('progress.page.course.levels'), content: <Levels view={view} /> },
    { id: 'gleichgewicht', heading: t('result.balance.heading'), content: <Balance view={view} /> },
    { id: 'schritte', heading: t('progress.page.course.steps'), content: <CourseSteps view={view} workspaceId={workspaceId} /> },
    { id: 'faktoren', heading: t('progress.page.course.factors'), content: <FactorCourses view={view} /> },
    { id: 'beantwortet', heading: t('progress.page.course.coverage'), content: <Coverage view={view} /> },
  ]
  return (
    <>
      <Cautions cautions={view.cautions} />
      <ResultBody sections={sections} />
    </>
  )
}
