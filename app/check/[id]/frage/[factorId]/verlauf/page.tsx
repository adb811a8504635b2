import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { t } from '@/app/_lib/text'
import type { HistoryEntry } from '@/lib/assessments/answer-history'
import type { Question } from '@/lib/questionnaire/schema'
import { answerText } from '@/lib/report/answer-text'
import { readHistoryPage, type HistoryPageData } from './read-history-page'

type Props = CheckPageProps<{ factorId: string }>

export async function generateMetadata({ params }: Props) {
  const { factor } = await readHistoryPage(await params)
  return pageMetadata(t('question.history.title', { factor: factor.name }))
}

/** What else there is to say about a change; nothing about an ordinary one. */
function originText({ origin }: HistoryEntry): string | null {
  switch (origin.kind) {
    case 'saved':
      return null
    case 'moved':
      return t('question.history.moved', { from: origin.from })
    case 'begun':
    case 'loaded':
    case 'set-aside':
      return t(`question.history.${origin.kind}`)
  }
}

function Entry({ entry, question }: { entry: HistoryEntry; question: Question }) {
  const { at, by, answer, comment, clarifyWith } = entry
  const when = { date: germanDate(at), time: germanTime(at) }
  const origin = originText(entry)
  return (
    <li>
      <p className="kern-body kern-body--bold">
        {by === null ? t('question.history.at', when) : t('question.history.atBy', { ...when, name: by })}
      </p>
      {origin && <p className="kern-body kern-body--small dec-quiet">{origin}</p>}
      <p className="kern-body">{answerText(t, question, answer)}</p>
      {clarifyWith && <p className="kern-body kern-body--small">{t('question.conflict.clarify', { text: clarifyWith })}</p>}
      {comment && <p className="kern-body kern-body--small dec-pre-line">{t('question.conflict.comment', { text: comment })}</p>}
    </li>
  )
}

function QuestionHistory({ data, question }: { data: HistoryPageData; question: Question }) {
  const entries = data.history[question.id] ?? []
  return (
    <section className="dec-section dec-section--near" aria-labelledby={`q-${question.id}`}>
      <h2 className="kern-heading-medium dec-text" id={`q-${question.id}`}>
        {question.stem}
      </h2>
      {entries.length === 0 ? (
        <p className="kern-body">{t('question.history.none')}</p>
      ) : (
        <ol className="dec-history dec-text">
          {entries.map((entry, index) => (
            <Entry key={index} entry={entry} question={data.questionThen(question, entry)} />
          ))}
        </ol>
      )}
    </section>
  )
}

/** Who answered what when: both versions where two people had changed one answer. */
export default async function AnswerHistoryPage({ params }: Props) {
  const { id, factorId } = await params
  const data = await readHistoryPage({ id, factorId })
  return (
    <div className="dec-column">
      <p className="kern-preline">{data.factor.name}</p>
      <h1 className="kern-heading-large">{t('question.history.heading')}</h1>
      <p className="kern-body kern-body--large dec-text--large">
        {t(data.check.view.round ? 'question.history.leadRound' : 'question.history.lead')}
      </p>
      {data.questions.map((question) => (
        <QuestionHistory key={question.id} data={data} question={question} />
      ))}
      <p className="dec-space-4 dec-no-print">
        <TextLink href={`/check/${id}/frage/${factorId}`}>{t('question.history.back')}</TextLink>
      </p>
    </div>
  )
}
