import { LevelName } from '@/app/_components/level-mark'
import { balanceLine } from '@/lib/charts/balance-line'
import type { BalanceView } from '@/lib/report/balance-types'
import { Shapes } from './drawing'
import { stageWords } from './stages'

const size = { width: 720, mark: 26, lineHeight: 24 }

function Line({ balance }: { balance: BalanceView }) {
  const drawing = balanceLine(balance, size)
  const shortOf = new Map(balance.marks.map(({ levelId, short }) => [levelId, short]))
  return (
    <svg
      className="dec-axis"
      role="img"
      aria-label={balance.alt}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
      {drawing.stages.map(({ index, x, y, occupied }) => (
        <text key={index} x={x} y={y} textAnchor="middle" className={occupied ? 'dec-now' : 'dec-soft'}>
          {stageWords[index]}
        </text>
      ))}
      {drawing.labels.map(({ levelId, x, y }) => (
        <text key={levelId} x={x} y={y} textAnchor="middle" className="dec-now">
          {shortOf.get(levelId)}
        </text>
      ))}
    </svg>
  )
}

/** The same standing, for narrow screens: one line a stage, the highest on top. */
function Steps({ balance }: { balance: BalanceView }) {
  const steps = stageWords.map((word, index) => ({ word, marks: balance.marks.filter(({ stage }) => stage === index) })).reverse()
  return (
    <dl className="dec-steps">
      {steps.map(({ word, marks }) => (
        <div key={word} className={marks.length > 0 ? 'dec-now' : undefined}>
          <dt>{word}</dt>
          <dd>
            {marks.length === 0
              ? '–'
              : marks.map(({ levelId, short }) => (
                  <LevelName key={levelId} level={levelId}>
                    {short}
                  </LevelName>
                ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** How far the three levels lie apart, by stage. Levels without a stage are not on it. */
export function BalanceChart({ balance }: { balance: BalanceView }) {
  return (
    <>
      <Line balance={balance} />
      <Steps balance={balance} />
    </>
  )
}
