import { t } from '@/app/_lib/text'
import type { ReportViewModel } from '@/lib/report/types'
import { Balance } from './balance'
import { Conclusions } from './conclusions'
import { Gaps } from './gaps'
import { LevelCards } from './level-cards'
import { Matrix } from './matrix'
import { FirstMeasures, OtherMeasures } from './measures'
import type { ResultSection, ResultTarget } from './result-section'
import { Since } from './since'
import { Strengths } from './strengths'
import { Unknowns } from './unknowns'

/** Profile, strengths and gaps: what the answers say. */
function profileSections(report: ReportViewModel): ResultSection[] {
  const { levels, balance, strengths, gaps } = report
  const assessable = levels.some(({ factors }) => factors.some(({ stage }) => stage))
  return [
    { id: 'ebenen', heading: t('result.levels.heading'), content: <LevelCards levels={levels} /> },
    { id: 'gleichgewicht', heading: t('result.balance.heading'), content: <Balance balance={balance} /> },
    {
      id: 'staerken',
      heading: t('result.strengths.heading'),
      content: <Strengths strengths={strengths} levels={levels} />,
    },
    {
      id: 'luecken',
      heading: t('result.gaps.heading'),
      content: <Gaps gaps={gaps} levels={levels} assessable={assessable} />,
    },
  ]
}

/** What the answers advise; nothing where nothing is advised. */
function adviceSections(report: ReportViewModel, target: ResultTarget): ResultSection[] {
  const { firstMeasures, otherMeasures } = report
  const count = firstMeasures.length
  return [
    {
      id: 'schritte',
      heading: t('result.first.heading', { count }),
      content:
        count > 0 ? (
          <FirstMeasures measures={firstMeasures} target={target} />
        ) : (
          <p className="kern-body dec-text">{t('report.conclusions.noMeasures')}</p>
        ),
    },
    ...(otherMeasures.length > 0
      ? [
          {
            id: 'weitere',
            heading: t('result.others.heading'),
            content: <OtherMeasures groups={otherMeasures} target={target} />,
          },
        ]
      : []),
  ]
}

/** What changed since the round before; nothing in a first one. */
function sinceSections({ since }: ReportViewModel, { workspaceId }: ResultTarget): ResultSection[] {
  if (!since || !workspaceId) return []
  const content = <Since since={since} workspaceId={workspaceId} />
  return [{ id: 'seither', heading: t('since.heading'), content }]
}

/** All parts of a result in their order. Without any answer there is no profile: only what is unknown and what to do about it. */
export function resultSections(report: ReportViewModel, target: ResultTarget): ResultSection[] {
  const unknowns = { id: 'offen', heading: t('result.unknowns.heading'), content: <Unknowns report={report} target={target} /> }
  const since = sinceSections(report, target)
  if (report.empty) return report.unknowns.length > 0 ? [unknowns, ...since, ...adviceSections(report, target)] : []
  const count = report.levels.reduce((sum, { factors }) => sum + factors.length, 0)
  const early = report.levels.every(({ stage }) => stage === null)
  return [
    ...profileSections(report),
    unknowns,
    {
      id: 'faktoren',
      heading: early ? t('result.matrix.early') : t('result.matrix.heading', { count }),
      content: <Matrix levels={report.levels} onlyKnown={early} />,
    },
    ...since,
    { id: 'schluss', heading: t('result.conclusions.heading'), content: <Conclusions conclusions={report.conclusions} /> },
    ...adviceSections(report, target),
  ]
}
