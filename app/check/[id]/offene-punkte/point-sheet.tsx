import { LevelMark } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import type { OpenPoint } from '@/lib/assessments/open-points'

interface PointSheetProps {
  check: Check
  point: OpenPoint
}

function Options({ point: { question, answer } }: Pick<PointSheetProps, 'point'>) {
  const unknown = { value: 'unknown', text: t('common.unknown') }
  const options = [...Object.entries(question.options).map(([value, text]) => ({ value, text })), unknown]
  const notApplicable = question.notApplicable.map(({ id, label }) => ({
    value: `na:${id}`,
    text: t('question.notApplicable', { reason: label }),
  }))
  const chosen =
    answer.state === 'answered' ? String(answer.value) : answer.state === 'not_applicable' ? `na:${answer.reason}` : ''
  return (
    <ul className="dec-tick-list" aria-label={t('handover.openPoints.options')}>
      {[...options, ...notApplicable].map(({ value, text }) => (
        <li key={value} className="kern-body">
          <span className="dec-tick" aria-hidden="true" />
          <span>{value === chosen ? t('handover.openPoints.chosen', { option: text }) : text}</span>
        </li>
      ))}
    </ul>
  )
}

/** One question for an office: read it, tick, write beside it. */
export function PointSheet({ check, point }: PointSheetProps) {
  const { view, questionnaire } = check
  const { factor, question, answer } = point
  const values = { level: questionnaire.levelById.get(factor.level)?.short ?? '', factor: factor.name }
  const place = factor.subject === 'quartier' ? view.place?.name : ''
  return (
    <article className="dec-point" aria-labelledby={`punkt-${question.id}`}>
      <p className="kern-preline dec-kicker">
        <LevelMark level={factor.level} small />
        <span>
          {place ? t('handover.openPoints.factorPlace', { ...values, place }) : t('handover.openPoints.factor', values)}
        </span>
      </p>
      <h3 className="kern-title" id={`punkt-${question.id}`}>
        {question.stem} <span className="dec-tag dec-regular">{t(`handover.openPoints.state.${answer.state}`)}</span>
      </h3>
      <p className="kern-body kern-body--small dec-text dec-quiet">{question.help}</p>
      <Options point={point} />
      <p className="kern-body kern-body--small dec-only-print">{t('handover.openPoints.notes')}</p>
      <div className="dec-note-lines" aria-hidden="true" />
      <p className="dec-no-print">
        <TextLink href={`/check/${view.id}/frage/${factor.id}#q-${question.id}`} small>
          {t('handover.openPoints.answer')}
        </TextLink>
      </p>
    </article>
  )
}
