import { randomUUID } from 'node:crypto'
import { ButtonLink } from '@/app/_components/button'
import { LevelName } from '@/app/_components/level-mark'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import { ConflictBox, HiddenAnswer } from './conflict-box'
import { foldsOf } from './folds-of'
import { QuestionForm } from './question-form'
import { QuestionHeader } from './question-header'
import { questionTexts, submitText } from './question-texts'
import { ReadOnlyAnswers } from './read-only-answers'
import { fieldId, type QuestionView } from './question-view'
import { readQuestionPage, type QuestionPageData } from './read-question-page'

type Props = CheckPageProps<{ factorId: string }>

const summaryOf = ({ questions, conflicts, unplaced }: QuestionPageData) => [
  ...conflicts.map(({ question }) => ({
    href: `#q-${question.id}`,
    text: t('question.conflict.summary', { stem: question.stem }),
  })),
  ...questions.flatMap(({ id, errors }) =>
    Object.entries(errors).map(([part, text]) => ({ href: `#${fieldId(id, part as keyof QuestionView['given'])}`, text })),
  ),
  ...unplaced,
]

export async function generateMetadata({ params, searchParams }: Props) {
  const data = await readQuestionPage(await params, await searchParams)
  if ('leftOut' in data) return pageMetadata(data.leftOut.name)
  return pageMetadata(data.factor.name, { refused: summaryOf(data).length > 0 })
}

function Progress({ data }: { data: QuestionPageData }) {
  const { check, progress, minutesLeft } = data
  return (
    <aside className="dec-flow" aria-labelledby="stand">
      <h2 className="kern-title kern-title--small" id="stand">
        {t(isReadOnly(check) ? 'rounds.overview.progress' : 'question.progress.heading')}
      </h2>
      <ul className="dec-aside-list dec-space-1">
        {progress.levels.map(({ levelId, done, factors }) => (
          <li key={levelId} className="kern-body kern-body--small dec-spread">
            <LevelName level={levelId} small>
              {check.questionnaire.levelById.get(levelId)?.short}
            </LevelName>
            <span>{t('question.progress.done', { done, total: factors.length })}</span>
          </li>
        ))}
      </ul>
      {!isReadOnly(check) && (
        <p className="kern-body kern-body--small dec-quiet">
          {minutesLeft > 0 ? t('question.progress.minutes', { minutes: minutesLeft }) : t('question.progress.allDone')}
        </p>
      )}
      <p>
        <TextLink href={`/check/${check.view.id}`} small>
          {t('page.toOverview')}
        </TextLink>
      </p>
      {data.changed && (
        <p>
          <TextLink href={`/check/${check.view.id}/frage/${data.factor.id}/verlauf`} small>
            {t('question.history.open')}
          </TextLink>
        </p>
      )}
    </aside>
  )
}

/** Nothing is said to be saved while something on the page is refused. */
const savedText = (data: QuestionPageData) =>
  data.lastSaved && summaryOf(data).length === 0
    ? t('question.status.savedOn', { date: germanDate(data.lastSaved), time: germanTime(data.lastSaved) })
    : ''

export default async function QuestionPage({ params, searchParams }: Props) {
  const { id, factorId } = await params
  const data = await readQuestionPage({ id, factorId }, await searchParams)
  if ('leftOut' in data) {
    return (
      <div className="dec-flow">
        <h1 className="kern-heading-large">{data.leftOut.name}</h1>
        <p className="kern-body dec-text">{t('question.notAsked.text', { reason: data.leftOut.appliesWhen?.reason ?? '' })}</p>
        <ButtonLink href={data.next}>{t('page.toOverview')}</ButtonLink>
      </div>
    )
  }
  if (isReadOnly(data.check)) {
    return (
      <div className="dec-with-aside">
        <div>
          <PageErrors items={summaryOf(data)} />
          <QuestionHeader data={data} />
          <ReadOnlyAnswers data={data} />
        </div>
        <Progress data={data} />
      </div>
    )
  }
  const { conflicts, questions, returnTo } = data
  const submit = submitText(
    returnTo,
    questions.some(({ carried }) => carried),
  )
  const action = `/api/assessments/${id}/answers`
  const formId = randomUUID()
  const boxes = conflicts.map((conflict) => (
    <ConflictBox
      key={conflict.question.id}
      conflict={conflict}
      others={conflicts.filter((other) => other !== conflict)}
      action={action}
      factorId={factorId}
      formId={formId}
      questionnaire={data.check.view.questionnaireVersion}
      next={returnTo === 'next' ? `/check/${id}/frage/${factorId}` : returnTo}
    />
  ))
  return (
    <div className="dec-with-aside">
      <div>
        <QuestionForm
          action={action}
          factorId={factorId}
          formId={formId}
          questionnaire={data.check.view.questionnaireVersion}
          next={returnTo}
          undecided={conflicts.map((conflict) => (
            <HiddenAnswer key={conflict.question.id} conflict={conflict} version={conflict.shown} />
          ))}
          backHref={data.backHref}
          questions={questions}
          stored={data.stored}
          refused={summaryOf(data)}
          header={
            <>
              <QuestionHeader data={data} />
              <p className="kern-body dec-text">{t('question.pick')}</p>
              {boxes}
            </>
          }
          folds={foldsOf(data, submit)}
          savedText={savedText(data)}
          limits={{ comment: limits.comment, commentLines: limits.commentLines, clarify: limits.clarifyWith }}
          texts={questionTexts(data.factor.name, submit)}
        />
      </div>
      <Progress data={data} />
    </div>
  )
}
