import { randomUUID } from 'node:crypto'
import { ButtonLink } from '@/app/_components/button'
import { LevelMark, LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import { findTerms } from '@/lib/questionnaire/find-terms'
import { ConflictBox } from './conflict-box'
import { QuestionHelp, QuestionSource } from './question-folds'
import { QuestionForm, type QuestionFormProps } from './question-form'
import { questionTexts } from './question-texts'
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

/** Folds by question; each term is explained once, where it first occurs. */
function foldsOf({ check, factor, questions }: QuestionPageData): QuestionFormProps['folds'] {
  const explained = new Set<string>()
  const entries = questions.flatMap(({ id }, index) => {
    const question = factor.questions.find((one) => one.id === id)
    if (!question) return []
    const texts = [question.stem, question.help, ...Object.values(question.options), ...(index === 0 ? [factor.why] : [])]
    const terms = findTerms(check.questionnaire.glossary, texts).filter((term) => !explained.has(term.id))
    for (const { id: termId } of terms) explained.add(termId)
    const folds = {
      help: <QuestionHelp question={question} terms={terms} />,
      source: <QuestionSource question={question} source={check.questionnaire.source.short} />,
    }
    return [[id, folds] as const]
  })
  return Object.fromEntries(entries)
}

function Header({ data }: { data: QuestionPageData }) {
  const { check, factor, position } = data
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
      <p className="kern-body dec-text">{t('question.pick')}</p>
    </>
  )
}

function Progress({ data }: { data: QuestionPageData }) {
  const { check, progress, minutesLeft } = data
  return (
    <aside className="dec-flow" aria-labelledby="stand">
      <h2 className="kern-title kern-title--small" id="stand">
        {t('question.progress.heading')}
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
      <p className="kern-body kern-body--small dec-quiet">
        {minutesLeft > 0 ? t('question.progress.minutes', { minutes: minutesLeft }) : t('question.progress.allDone')}
      </p>
      <p>
        <TextLink href={`/check/${check.view.id}`} small>
          {t('page.toOverview')}
        </TextLink>
      </p>
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
  const { conflicts, questions, returnTo } = data
  const action = `/api/assessments/${id}/answers`
  const formId = randomUUID()
  const here = `/check/${id}/frage/${factorId}?fehler=1${returnTo === 'next' ? '' : `&zurueck=${returnTo}`}`
  const boxes = conflicts.map((conflict) => (
    <ConflictBox
      key={conflict.question.id}
      conflict={conflict}
      others={conflicts.filter((other) => other !== conflict)}
      action={action}
      factorId={factorId}
      formId={formId}
      next={returnTo === 'next' ? `/check/${id}/frage/${factorId}` : returnTo}
      keepHref={`${here}&behalten=${conflict.question.id}`}
    />
  ))
  return (
    <div className="dec-with-aside">
      <div>
        <QuestionForm
          action={action}
          factorId={factorId}
          formId={formId}
          next={returnTo}
          backHref={data.backHref}
          questions={questions}
          stored={data.stored}
          refused={summaryOf(data)}
          header={
            <>
              <Header data={data} />
              {boxes}
            </>
          }
          folds={foldsOf(data)}
          savedText={savedText(data)}
          limits={{ comment: limits.comment, clarify: limits.clarifyWith }}
          texts={questionTexts(data.factor.name, returnTo)}
        />
      </div>
      <Progress data={data} />
    </div>
  )
}
