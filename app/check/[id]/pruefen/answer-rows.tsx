import { LevelMark } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { ReviewedAnswer, ReviewedFactor } from './review-view'

function actionOf({ isOpen, isCarried }: ReviewedAnswer): string {
  if (isCarried) return t('rounds.carried.reviewAction')
  return t(isOpen ? 'review.answer' : 'review.change')
}

function AnswerRow({ answer, readOnly }: { answer: ReviewedAnswer; readOnly: boolean }) {
  const action = readOnly ? t('rounds.readOnly.show') : actionOf(answer)
  return (
    <li className="dec-answer">
      <p className="kern-body">{answer.stem}</p>
      <div>
        <p className={`kern-body${answer.isOpen || answer.isCarried ? ' dec-quiet' : ' kern-body--bold'}`}>{answer.answer}</p>
        {answer.isCarried && <p className="kern-body kern-body--small kern-body--bold">{t('rounds.carried.heading')}</p>}
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

interface AnswerRowsProps {
  factors: readonly ReviewedFactor[]
  marked?: boolean
  /** Nothing can be changed: the links lead to the questions all the same. */
  readOnly: boolean
}

/** Answers of several factors, each with a link that returns here. */
export function AnswerRows({ factors, marked = false, readOnly }: AnswerRowsProps) {
  return factors.map(({ id, name, levelId, answers }) => (
    <section key={id} className="dec-space-3">
      <h3 className="kern-title kern-title--small dec-level-name">
        {marked && <LevelMark level={levelId} small />}
        <span>{name}</span>
      </h3>
      <ul className="dec-answers">
        {answers.map((answer) => (
          <AnswerRow key={answer.questionId} answer={answer} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  ))
}
