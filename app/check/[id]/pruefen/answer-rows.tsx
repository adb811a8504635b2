import { LevelMark } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { ReviewedAnswer, ReviewedFactor } from './review-view'

function AnswerRow({ answer }: { answer: ReviewedAnswer }) {
  const action = t(answer.isOpen ? 'review.answer' : 'review.change')
  return (
    <li className="dec-answer">
      <p className="kern-body">{answer.stem}</p>
      <div>
        <p className={`kern-body${answer.isOpen ? ' dec-quiet' : ' kern-body--bold'}`}>{answer.answer}</p>
        {answer.clarify && <p className="kern-body kern-body--small">{t('review.clarify', { text: answer.clarify })}</p>}
        {answer.comment && (
          <p className="kern-body kern-body--small dec-pre-line">{t('review.comment', { text: answer.comment })}</p>
        )}
      </div>
      <div>
        <TextLink href={answer.href}>
          {action}
          <span className="kern-sr-only">: {answer.stem}</span>
        </TextLink>
      </div>
    </li>
  )
}

/** Answers of several factors, each with a link that returns here. */
export function AnswerRows({ factors, marked = false }: { factors: readonly ReviewedFactor[]; marked?: boolean }) {
  return factors.map(({ id, name, levelId, answers }) => (
    <section key={id} className="dec-space-3">
      <h3 className="kern-title kern-title--small dec-level-name">
        {marked && <LevelMark level={levelId} small />}
        <span>{name}</span>
      </h3>
      <ul className="dec-answers">
        {answers.map((answer) => (
          <AnswerRow key={answer.questionId} answer={answer} />
        ))}
      </ul>
    </section>
  ))
}
