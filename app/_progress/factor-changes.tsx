import { TrackChart, TrackKey } from '@/app/_charts/change-charts'
import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import { partsScale } from '@/lib/charts/change-parts'
import type { FactorChangeView, ProgressView } from '@/lib/report/progress-types'
import { AnswerChanges } from './answer-changes'
import { SplitDetails } from './split-details'

interface FactorRowProps {
  factor: FactorChangeView
  rounds: readonly [string, string]
  scale: number
}

function FactorRow({ factor, rounds, scale }: FactorRowProps) {
  const { name, before, after, direction, changeText, split, answers, levelId, shareText } = factor
  const moved = direction !== 'same' && before.stageText !== after.stageText
  const stages = moved ? t('progress.page.stages', { before: before.stageText, after: after.stageText }) : after.stageText
  // Nothing to explain where neither a value nor an answer changed.
  const explained = answers.length > 0 || (split !== null && split.total !== 0)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <div className="dec-cell dec-cell--track">
          <TrackChart figure={factor} />
          <p>
            {stages}
            {changeText !== stages && <span className="dec-sub">{changeText}</span>}
          </p>
          {explained && (
            <More
              small
              summary={
                <>
                  {t('result.why.short')} <span className="kern-sr-only">{name}</span>
                </>
              }
            >
              <div className="dec-explanation">
                <p className="kern-body kern-body--small dec-text">{shareText}</p>
                {split && <SplitDetails name={name} split={split} level={levelId} scale={scale} />}
                <AnswerChanges answers={answers} before={rounds[0]} after={rounds[1]} />
              </div>
            </More>
          )}
        </div>
      </td>
    </tr>
  )
}

/** Every factor in both rounds: a table whose rows carry a track of the five stages. */
export function FactorChanges({ view }: { view: ProgressView }) {
  const { levels, before, after } = view
  const scale = partsScale(levels.flatMap(({ factors }) => factors.map(({ split }) => split)))
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.factorsIntro')}</p>
      <TrackKey before={before.label} after={after.label} />
      <table className="dec-table dec-matrix">
        <caption className="kern-sr-only">
          {t('progress.page.factorsCaption', { before: before.label, after: after.label })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('result.table.factor')}</th>
            <th scope="col">{t('progress.page.change')}</th>
          </tr>
        </thead>
        {levels.map(({ id, short, factors }) => (
          <tbody key={id} className={`dec-level-${id}`}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <LevelName level={id}>{short}</LevelName>
              </th>
            </tr>
            {factors.map((factor) => (
              <FactorRow key={factor.id} factor={factor} rounds={[before.label, after.label]} scale={scale} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}
