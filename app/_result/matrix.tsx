import { ChartKey } from '@/app/_charts/chart-key'
import { LyingLadderChart } from '@/app/_charts/lying-ladder-chart'
import { possibleStage } from '@/app/_charts/stages'
import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { FactorView, LevelView } from '@/lib/report/types'
import { ExplanationBody } from './explanation'

function MatrixRow({ factor }: { factor: FactorView }) {
  const { name, levelId, stageText, ladder, foundation, notes, explanation } = factor
  const foundationNote = t('report.note.foundation')
  const possible = possibleStage(ladder)
  const remarks = [
    ...notes.filter((note) => note !== foundationNote),
    ...(possible ? [t('result.matrix.possible', { stage: possible })] : []),
  ]
  return (
    <tr>
      <th scope="row">
        {name}
        {foundation && <span className="dec-sub">{foundationNote}</span>}
      </th>
      <td>
        <div className="dec-cell">
          <LyingLadderChart ladder={ladder} level={levelId} />
          <p>
            {stageText}
            {remarks.length > 0 && <span className="dec-sub">{remarks.join(', ')}</span>}
          </p>
          <More
            small
            summary={
              <>
                {t('result.why.short')} <span className="kern-sr-only">{t('result.why.of', { name, stage: stageText })}</span>
              </>
            }
          >
            <ExplanationBody explanation={explanation} />
          </More>
        </div>
      </td>
    </tr>
  )
}

interface MatrixProps {
  levels: readonly LevelView[]
  /** While hardly anything is answered: without the rows of which nothing can be said. */
  onlyKnown?: boolean
}

const known = (levels: readonly LevelView[]) =>
  levels
    .map((level) => ({ ...level, factors: level.factors.filter(({ stage }) => stage) }))
    .filter(({ factors }) => factors.length > 0)

const countFactors = (levels: readonly LevelView[]) => levels.reduce((sum, { factors }) => sum + factors.length, 0)

/** All factors of all levels: a table whose rows carry the same ladder, lying. */
export function Matrix({ levels: all, onlyKnown = false }: MatrixProps) {
  const levels = onlyKnown ? known(all) : all
  const rest = countFactors(all) - countFactors(levels)
  const restText = rest > 0 && <p className="kern-body dec-text">{t('result.matrix.rest', { count: rest })}</p>
  if (levels.length === 0) return restText
  return (
    <>
      <p className="kern-body dec-text">{t('report.pdf.governance.matrixIntro')}</p>
      <table className="dec-table dec-matrix">
        <caption className="kern-sr-only">{t('result.matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.table.factor')}</th>
            <th scope="col">{t('result.table.stage')}</th>
          </tr>
        </thead>
        {levels.map(({ id, short, stageText, provisional, factors }) => (
          <tbody key={id} className={`dec-level-${id}`}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <LevelName level={id}>
                  {short}{' '}
                  <span className="dec-quiet dec-regular">
                    {provisional ? t('result.table.provisional', { stage: stageText }) : stageText}
                  </span>
                </LevelName>
              </th>
            </tr>
            {factors.map((factor) => (
              <MatrixRow key={factor.id} factor={factor} />
            ))}
          </tbody>
        ))}
      </table>
      <ChartKey
        ladders={levels.flatMap(({ factors }) => factors.map(({ ladder }) => ladder))}
        without={['reached', 'not-reached']}
      />
      {restText}
    </>
  )
}
