import { Icon } from '@/app/_components/icon'
import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { Check } from '@/app/_lib/read-check'
import type { FactorProgress, LevelProgress } from '@/lib/questionnaire/progress'
import { unknownText } from './overview-view'

function State({ state }: { state: FactorProgress['state'] }) {
  return (
    <span className={`dec-state dec-state--${state}`}>
      <Icon name={state} />
      {t(`overview.state.${state}`)}
    </span>
  )
}

/** The factors of one level, each with its state. */
export function TaskList({ check, level }: { check: Check; level: LevelProgress }) {
  const { view, questionnaire } = check
  const content = questionnaire.levelById.get(level.levelId)
  const place = level.levelId === 'vor-ort' ? view.place?.name : ''
  const name = content?.name ?? ''
  return (
    <section className="dec-section dec-section--near" aria-labelledby={`ebene-${level.levelId}`}>
      <div className="dec-group-head">
        <h2 className="kern-heading-medium" id={`ebene-${level.levelId}`}>
          <LevelName level={level.levelId}>{content?.short}</LevelName>
        </h2>
        <p className="kern-body dec-quiet">{place ? t('overview.levelPlace', { name, place }) : name}</p>
      </div>
      <ul className="dec-tasks">
        {level.factors.map((progress) => {
          const unknown = unknownText(check, progress)
          const carried = progress.open.filter(({ id }) => view.answers[id]?.carried).length
          return (
            <li key={progress.factor.id}>
              <div>
                <TextLink href={`/check/${view.id}/frage/${progress.factor.id}`}>{progress.factor.name}</TextLink>
                {carried > 0 && (
                  <p className="kern-body kern-body--small dec-quiet">{t('rounds.carried.count', { count: carried })}</p>
                )}
                {unknown && <p className="kern-body kern-body--small dec-quiet">{unknown}</p>}
              </div>
              <State state={progress.state} />
            </li>
          )
        })}
      </ul>
      {level.leftOut.map(({ id, name: factor, appliesWhen }) => (
        <p key={id} className="kern-body kern-body--small dec-quiet dec-space-1">
          {t('overview.leftOut', { factor, reason: appliesWhen?.reason ?? '' })}
        </p>
      ))}
    </section>
  )
}
