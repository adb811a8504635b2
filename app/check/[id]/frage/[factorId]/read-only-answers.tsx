import { ButtonLink } from '@/app/_components/button'
import { t } from '@/app/_lib/text'
import type { Question } from '@/lib/questionnaire/schema'
import { AnswerVersion } from './answer-version'
import { EarlierBox } from './earlier-box'
import type { QuestionPageData } from './read-question-page'

function ReadOnlyAnswer({ data, question }: { data: QuestionPageData; question: Question }) {
  const { stored, earlier, unsaved, questions, check } = data
  const given = stored[question.id]
  const typed = unsaved === null ? null : questions.find(({ id }) => id === question.id)?.given
  const before = earlier[question.id]
  const carried = Boolean(check.view.answers[question.id]?.carried)
  return (
    <section className="dec-question dec-flow" id={`q-${question.id}`} aria-labelledby={`q-${question.id}-frage`}>
      <h2 className="kern-heading-medium dec-text" id={`q-${question.id}-frage`}>
        {question.stem}
      </h2>
      <p className="kern-hint dec-text">{question.help}</p>
      {before && <EarlierBox question={question} earlier={before} />}
      {given && (
        <AnswerVersion title={t(carried ? 'rounds.readOnly.unconfirmed' : 'question.choice')} question={question} given={given} />
      )}
      {typed && (
        <div className="dec-notice">
          <AnswerVersion title={t('rounds.readOnly.typedHeading')} question={question} given={typed} />
        </div>
      )}
    </section>
  )
}

/** The answers of a factor where nothing can be changed, and what was typed when that happened. */
export function ReadOnlyAnswers({ data }: { data: QuestionPageData }) {
  const { factor, questions, nextHref, backHref, unsaved } = data
  const asked = factor.questions.filter(({ id }) => questions.some((one) => one.id === id))
  return (
    <>
      {unsaved !== null && <p className="kern-body dec-text">{t('rounds.readOnly.typedText')}</p>}
      {asked.map((question) => (
        <ReadOnlyAnswer key={question.id} data={data} question={question} />
      ))}
      <div className="dec-save-bar">
        <ButtonLink href={nextHref}>{t('rounds.readOnly.next')}</ButtonLink>
        <ButtonLink href={backHref} look="secondary">
          {t('question.back')}
        </ButtonLink>
      </div>
    </>
  )
}
