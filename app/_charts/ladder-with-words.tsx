import { t } from '@/app/_lib/text'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { Ladder } from '@/lib/report/types'
import { LadderChart } from './ladder-chart'
import { stageWords } from './stages'

/** A ladder with the word of each rung beside it, as text of the page: it grows with the reader's letters. */
export function LadderWithWords({ ladder, level }: { ladder: Ladder; level: LevelId }) {
  const rungs = ladder.rungs.map((state, index) => ({ state, index, word: stageWords[index] ?? '' })).reverse()
  return (
    <div className="dec-rungs">
      <LadderChart ladder={ladder} level={level} />
      <ol aria-hidden="true">
        {rungs.map(({ state, index, word }) => (
          <li key={word} className={index === ladder.current ? 'dec-now' : undefined}>
            {word}
            {(state === 'open' || state === 'capped') && t(`result.rung.${state}`)}
          </li>
        ))}
      </ol>
    </div>
  )
}
