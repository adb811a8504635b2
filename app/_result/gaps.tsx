import { More } from '@/app/_components/more'
import { StackedTable } from '@/app/_components/stacked-table'
import { t } from '@/app/_lib/text'
import type { FactorView, LevelView } from '@/lib/report/types'
import { FactorName } from './factor-name'

const shownFirst = 6

interface GapsProps {
  gaps: readonly FactorView[]
  levels: readonly LevelView[]
}

function GapTable({ gaps, levels, caption }: GapsProps & { caption: string }) {
  const shortOf = new Map(levels.map(({ id, short }) => [id, short]))
  const [factor, today, stage] = [t('result.table.factor'), t('result.gaps.today'), t('result.table.stage')]
  return (
    <StackedTable caption={caption} heads={[factor, today, stage]} look="dec-gaps">
      {gaps.map(({ id, levelId, name, foundation, statement, stageText }) => (
        <tr key={id}>
          <th scope="row">
            <FactorName
              level={levelId}
              levelShort={shortOf.get(levelId) ?? ''}
              name={name}
              note={foundation ? t('report.note.foundation') : undefined}
            />
          </th>
          <td data-label={today}>{statement}</td>
          <td data-label={stage}>{stageText}</td>
        </tr>
      ))}
    </StackedTable>
  )
}

/** What is under „etabliert“, in the order in which a next step helps most: practice and next step, never failure. */
export function Gaps({ gaps, levels, assessable }: GapsProps & { assessable: boolean }) {
  const more = gaps.slice(shownFirst)
  if (gaps.length === 0) {
    return <p className="kern-body dec-text">{t(assessable ? 'report.pdf.governance.noGaps' : 'result.gaps.tooEarly')}</p>
  }
  return (
    <>
      <p className="kern-body dec-text">{t('report.pdf.governance.gapsIntro')}</p>
      <GapTable gaps={gaps.slice(0, shownFirst)} levels={levels} caption={t('result.gaps.heading')} />
      {more.length > 0 && (
        <div className="dec-space-2">
          <More summary={t('result.gaps.more', { count: more.length })}>
            <GapTable gaps={more} levels={levels} caption={t('result.gaps.more', { count: more.length })} />
          </More>
        </div>
      )}
    </>
  )
}
