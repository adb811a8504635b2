import { LevelName } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import type { Progress } from '@/lib/questionnaire/progress'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'

/** One bar per level: how many factors are done. */
export function LevelBars({ progress, questionnaire }: { progress: Progress; questionnaire: Questionnaire }) {
  return (
    <>
      <h2 className="kern-sr-only">{t('overview.bars.heading')}</h2>
      <ul className="dec-bars dec-space-4">
        {progress.levels.map(({ levelId, done, factors }) => {
          const level = questionnaire.levelById.get(levelId)?.short ?? ''
          const total = factors.length
          return (
            <li key={levelId}>
              <span className="kern-body">
                <LevelName level={levelId}>{level}</LevelName>
              </span>
              <svg className={`dec-level-${levelId}`} aria-hidden="true" focusable="false">
                <rect className="dec-none" width="100%" height="8" />
                <rect className="dec-full" width={`${total === 0 ? 0 : (done / total) * 100}%`} height="8" />
              </svg>
              <span className="kern-body">{t('overview.bars.done', { done, total })}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
