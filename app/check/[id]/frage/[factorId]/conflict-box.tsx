import { Button } from '@/app/_components/button'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import { toChoice } from '@/lib/assessments/answer-choice'
import { shownAnswer } from '@/lib/assessments/stored-answer'
import { AnswerVersion } from './answer-version'
import { fieldName } from './question-view'
import type { Conflict } from './read-question-page'

/** One of an answer's two versions, to be sent along as it was typed. */
export function HiddenAnswer({ conflict, version }: { conflict: Conflict; version: string }) {
  const { question, submitted } = conflict
  return (
    <>
      <input type="hidden" name={fieldName(question.id, 'choice')} value={submitted.choice} />
      <input type="hidden" name={fieldName(question.id, 'comment')} value={submitted.comment} />
      <input type="hidden" name={fieldName(question.id, 'clarify')} value={submitted.clarify} />
      <input type="hidden" name={fieldName(question.id, 'version')} value={version} />
    </>
  )
}

interface ConflictBoxProps {
  conflict: Conflict
  /** Further answers in two versions: sent along as they were shown, so that they come back and are not lost. */
  others: readonly Conflict[]
  action: string
  factorId: string
  formId: string
  /** The version of the questionnaire that the page shows. */
  questionnaire: string
  next: string
}

/** One answer in two versions, and the choice between them. Nothing was overwritten. */
export function ConflictBox({ conflict, others, action, factorId, formId, questionnaire, next }: ConflictBoxProps) {
  const { question, stored, submitted } = conflict
  const saved = stored.updatedAt
  const { answer, comment, clarifyWith } = shownAnswer(stored)
  return (
    <section className="dec-conflict" id={`q-${question.id}`} tabIndex={-1} aria-labelledby={`konflikt-${question.id}`}>
      <h2 className="kern-heading-medium" id={`konflikt-${question.id}`}>
        {question.stem}
      </h2>
      <p className="kern-body kern-body--bold">{t('question.conflict.heading')}</p>
      <p className="kern-body dec-text">{t('question.conflict.text')}</p>
      <div className="dec-versions">
        <AnswerVersion
          title={saved ? t('question.conflict.stored', { date: germanDate(saved), time: germanTime(saved) }) : t('page.saved')}
          question={question}
          given={{ choice: toChoice(answer), comment, clarify: clarifyWith }}
        />
        <AnswerVersion title={t('question.conflict.submitted')} question={question} given={submitted} />
      </div>
      <form method="post" action={action} className="dec-actions">
        <input type="hidden" name="factor" value={factorId} />
        <input type="hidden" name="formId" value={formId} />
        <input type="hidden" name="questionnaire" value={questionnaire} />
        <input type="hidden" name="next" value={next} />
        <HiddenAnswer conflict={conflict} version={String(stored.version)} />
        {others.map((other) => (
          <HiddenAnswer key={other.question.id} conflict={other} version={other.shown} />
        ))}
        <Button look="secondary">{t('question.conflict.keepMine')}</Button>
        <Button look="secondary" name={fieldName(question.id, 'setAside')} value="ja">
          {t('question.conflict.keepStored')}
        </Button>
      </form>
    </section>
  )
}
