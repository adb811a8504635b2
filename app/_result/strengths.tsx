import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { FactorView, LevelView } from '@/lib/report/types'

const shownFirst = 4

interface StrengthsProps {
  strengths: readonly FactorView[]
  levels: readonly LevelView[]
}

function StrengthList({ strengths, levels }: StrengthsProps) {
  const shortOf = new Map(levels.map(({ id, short }) => [id, short]))
  return (
    <ul className="dec-strengths">
      {strengths.map(({ id, levelId, name, statement, stageText }) => (
        <li key={id}>
          <LevelMark level={levelId} />
          <div>
            <h3 className="kern-title kern-title--small">{name}</h3>
            <p className="kern-body">{statement}</p>
            <p className="kern-body kern-body--small dec-quiet">
              {t('result.strengths.place', { level: shortOf.get(levelId) ?? '', stage: stageText })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What is established, best first. */
export function Strengths({ strengths, levels }: StrengthsProps) {
  const more = strengths.slice(shownFirst)
  if (strengths.length === 0) return <p className="kern-body dec-text">{t('report.pdf.governance.noStrengths')}</p>
  return (
    <>
      <StrengthList strengths={strengths.slice(0, shownFirst)} levels={levels} />
      {more.length > 0 && (
        <div className="dec-space-3">
          <More summary={t('result.strengths.more', { count: more.length })}>
            <StrengthList strengths={more} levels={levels} />
          </More>
        </div>
      )}
    </>
  )
}
