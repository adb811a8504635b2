import { t } from '@/app/_lib/text'
import type { AnswerChangeView } from '@/lib/report/progress-types'

interface SideProps {
  round: string
  /** Null if the round did not ask the question. */
  answer: string | null
  comment: string
}

function Side({ round, answer, comment }: SideProps) {
  return (
    <div>
      <dt>{round}</dt>
      <dd>
        {answer ?? t('progress.factor.notAsked')}
        {comment !== '' && <span className="dec-sub dec-comment">{t('progress.page.comment', { comment })}</span>}
      </dd>
    </div>
  )
}

interface AnswerChangesProps {
  answers: readonly AnswerChangeView[]
  before: string
  after: string
}

/** Answers that changed: the question, what became of it, both answers with what was noted. */
export function AnswerChanges({ answers, before, after }: AnswerChangesProps) {
  return (
    <ul className="dec-answer-changes">
      {answers.map((answer) => (
        <li key={answer.questionId}>
          <p className="kern-body kern-body--small dec-text">
            {answer.stem} <span className="dec-quiet">({answer.kindText})</span>
          </p>
          <dl className="dec-then-now">
            <Side round={before} answer={answer.before} comment={answer.commentBefore} />
            <Side round={after} answer={answer.after} comment={answer.commentAfter} />
          </dl>
        </li>
      ))}
    </ul>
  )
}
