import { LevelMark } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import type { SinceMoverView } from '@/lib/report/since-types'
import { AnswerChanges } from './answer-changes'

interface MoverListProps {
  heading: string
  movers: readonly SinceMoverView[]
  none: string
  /** Names of the earlier and of the later round. */
  rounds: readonly [string, string]
}

/** The largest gains or losses, each with the answers behind it and what was done meanwhile. */
export function MoverList({ heading, movers, none, rounds: [before, after] }: MoverListProps) {
  return (
    <div>
      <h3 className="kern-heading-small">{heading}</h3>
      {movers.length === 0 && <p className="kern-body dec-text">{none}</p>}
      <ul className="dec-movers">
        {movers.map(({ factorId, levelId, levelShort, sentence, answers, measures }) => (
          <li key={factorId}>
            <LevelMark level={levelId} />
            <div>
              <h4 className="kern-title kern-title--small">{sentence}</h4>
              <p className="kern-body kern-body--small dec-quiet">{levelShort}</p>
              <AnswerChanges answers={answers} before={before} after={after} />
              {measures.length > 0 && (
                <p className="kern-body kern-body--small dec-text">
                  {t('progress.page.doneFor', { measures: measures.join('; ') })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
