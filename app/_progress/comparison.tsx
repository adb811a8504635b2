import { BalanceCourseChart } from '@/app/_charts/course-charts'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import { ResultBody } from '@/app/_result/result-body'
import type { ProgressView } from '@/lib/report/progress-types'
import { Cautions } from './cautions'
import { FactorChanges } from './factor-changes'
import { LevelChanges } from './level-changes'
import { LevelKey } from './level-key'
import { Movers } from './movers'
import { TwoRounds } from './two-rounds'

function BalanceChange({ view }: { view: ProgressView }) {
  const { before, after, balance } = view
  const rounds = [balance.before, balance.after]
  return (
    <>
      <p className="kern-body dec-text">{balance.sentence}</p>
      <p className="kern-body dec-text dec-space-1">{t('progress.page.course.balanceIntro')}</p>
      <LevelKey levels={view.levels} />
      <BalanceCourseChart balance={{ rounds, alt: balance.alt }} names={[before.label, after.label]} />
      <More summary={t('result.table.summary')} small>
        <DataTable
          caption={t('result.balance.heading')}
          head={[t('result.table.level'), before.label, after.label]}
          rows={balance.after.marks.map(({ short, stageText }, index) => [
            short,
            balance.before.marks[index]?.stageText ?? '–',
            stageText,
          ])}
        />
      </More>
    </>
  )
}

/** Two rounds side by side: what moved, and why. */
export function Comparison({ view }: { view: ProgressView }) {
  const count = view.levels.reduce((sum, { factors }) => sum + factors.length, 0)
  const sections = [
    { id: 'ebenen', heading: t('result.levels.heading'), content: <LevelChanges view={view} /> },
    { id: 'bewegt', heading: t('progress.page.moved'), content: <Movers view={view} /> },
    { id: 'gleichgewicht', heading: t('result.balance.heading'), content: <BalanceChange view={view} /> },
    { id: 'faktoren', heading: t('result.matrix.heading', { count }), content: <FactorChanges view={view} /> },
    { id: 'durchgaenge', heading: t('progress.page.rounds'), content: <TwoRounds view={view} /> },
  ]
  return (
    <>
      <Cautions cautions={view.cautions} />
      <ResultBody sections={sections} />
    </>
  )
}
