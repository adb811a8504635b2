import { t } from '@/app/_lib/text'
import type { Question } from '@/lib/questionnaire/schema'
import { answerText } from '@/lib/report/answer-text'
import type { EarlierAnswer } from '@/lib/rounds/earlier-service'

/** What was answered before, in the words of that time. */
export function EarlierBox({ question, earlier }: { question: Question; earlier: EarlierAnswer }) {
  const { roundName, version, answer, comment, clarifyWith } = earlier
  return (
    <div className="dec-earlier">
      <p className="kern-body kern-body--small dec-quiet">
        {roundName === null ? t('rounds.earlier.inVersion', { version }) : t('rounds.earlier.inRound', { name: roundName })}
      </p>
      {earlier.question.stem !== question.stem && (
        <p className="kern-body kern-body--small">{t('rounds.earlier.stem', { stem: earlier.question.stem })}</p>
      )}
      <p className="kern-body">{answerText(t, earlier.question, answer)}</p>
      {clarifyWith && <p className="kern-body kern-body--small">{t('rounds.earlier.clarify', { text: clarifyWith })}</p>}
      {comment && <p className="kern-body kern-body--small dec-pre-line">{t('rounds.earlier.comment', { text: comment })}</p>}
    </div>
  )
}
