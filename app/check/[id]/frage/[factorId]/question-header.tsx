import { LevelMark } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import { germanDay } from '@/lib/report/format'
import type { TargetView } from '@/lib/rounds/earlier-service'
import { ratio } from '@/lib/scoring/exact'
import { stageOf } from '@/lib/scoring/stage'
import type { QuestionPageData } from './read-question-page'

function targetText({ value, dueOn }: TargetView): string {
  const values = { stage: t(`common.stage.${stageOf(ratio(value, 1))}`), points: value }
  return dueOn === null ? t('rounds.target.text', values) : t('rounds.target.due', { ...values, date: germanDay(dueOn) })
}

/** What the page asks about, why it matters, and what the workspace aims at. */
export function QuestionHeader({ data }: { data: QuestionPageData }) {
  const { check, factor, position, target } = data
  const values = {
    level: check.questionnaire.levelById.get(factor.level)?.short ?? '',
    position: position.index,
    total: position.total,
  }
  const place = factor.subject === 'quartier' ? check.view.place?.name : ''
  return (
    <>
      <p className="kern-preline dec-kicker">
        <LevelMark level={factor.level} />
        <span>{place ? t('question.kickerPlace', { ...values, place }) : t('question.kicker', values)}</span>
      </p>
      <h1 className="kern-heading-large">{factor.name}</h1>
      <p className="kern-body kern-body--large dec-text--large">{factor.why}</p>
      {target && <p className="kern-body dec-text">{targetText(target)}</p>}
    </>
  )
}
