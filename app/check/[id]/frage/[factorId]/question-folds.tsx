import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { GlossaryTerm, Question } from '@/lib/questionnaire/schema'

interface QuestionFoldsProps {
  question: Question
  terms: readonly GlossaryTerm[]
  source: string
}

/** „Wann reicht das?“, terms explained in place, and where the question comes from. */
export function QuestionFolds({ question, terms, source }: QuestionFoldsProps) {
  const chapters = t('common.chapters', { chapters: question.chapters.join('; ') })
  return (
    <div className="dec-terms">
      <More summary={t('question.enough')}>
        <p className="kern-body dec-text">{question.enough}</p>
      </More>
      {terms.map(({ id, term, explanation }) => (
        <More key={id} summary={t('question.term', { term })}>
          <p className="kern-body dec-text">{explanation}</p>
        </More>
      ))}
      <More summary={t(question.ownSetting ? 'question.sourceWithOwnSetting' : 'question.source', { chapters, source })}>
        <p className="kern-body dec-text">{t('question.sourceText', { chapters })}</p>
        {question.ownSetting && <p className="kern-body dec-text">{t('question.ownSetting', { text: question.ownSetting })}</p>}
      </More>
    </div>
  )
}
