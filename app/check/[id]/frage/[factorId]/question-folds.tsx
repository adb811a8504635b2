import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { GlossaryTerm, Question } from '@/lib/questionnaire/schema'

interface HelpProps {
  question: Question
  terms: readonly GlossaryTerm[]
}

/** „Wann reicht das?“, and the terms of the question explained in place. */
export function QuestionHelp({ question, terms }: HelpProps) {
  return (
    <div className="dec-terms">
      <More summary={t('question.enough')}>
        <p className="kern-body dec-text">{question.enough}</p>
      </More>
      {terms.length > 0 && (
        <More summary={t('question.terms', { count: terms.length, terms: terms.map(({ term }) => term).join(', ') })}>
          <dl className="dec-pairs dec-text">
            {terms.map(({ id, term, explanation }) => (
              <div key={id}>
                <dt>{term}</dt>
                <dd>{explanation}</dd>
              </div>
            ))}
          </dl>
        </More>
      )}
    </div>
  )
}

/** Where the question comes from, and what of it we decided ourselves. */
export function QuestionSource({ question, source }: { question: Question; source: string }) {
  const chapters = t('common.chapters', { chapters: question.chapters.join('; ') })
  return (
    <More small summary={t(question.ownSetting ? 'question.sourceWithOwnSetting' : 'question.source')}>
      <p className="kern-body kern-body--small dec-text">{t('question.sourceText', { chapters, source })}</p>
      {question.ownSetting && (
        <p className="kern-body kern-body--small dec-text">{t('question.ownSetting', { text: question.ownSetting })}</p>
      )}
    </More>
  )
}
