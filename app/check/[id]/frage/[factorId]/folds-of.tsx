import { findTerms } from '@/lib/questionnaire/find-terms'
import { CarriedBox } from './carried-box'
import { EarlierBox } from './earlier-box'
import { QuestionHelp, QuestionSource } from './question-folds'
import type { QuestionFormProps } from './question-form'
import type { QuestionPageData } from './read-question-page'

/**
 * Gives what stands around the options, by question; each term is explained once, where it first occurs.
 * @param submit what the button says that confirms what was taken over
 */
export function foldsOf({ check, factor, questions, earlier }: QuestionPageData, submit: string): QuestionFormProps['folds'] {
  const explained = new Set<string>()
  const entries = questions.flatMap(({ id, carried, later }, index) => {
    const question = factor.questions.find((one) => one.id === id)
    if (!question) return []
    const texts = [question.stem, question.help, ...Object.values(question.options), ...(index === 0 ? [factor.why] : [])]
    const terms = findTerms(check.questionnaire.glossary, texts).filter((term) => !explained.has(term.id))
    for (const { id: termId } of terms) explained.add(termId)
    const before = earlier[id]
    const folds = {
      help: <QuestionHelp question={question} terms={terms} />,
      earlier: before && <EarlierBox question={question} earlier={before} />,
      carried: carried && <CarriedBox questionId={id} submit={submit} later={later} />,
      source: <QuestionSource question={question} source={check.questionnaire.source.short} />,
    }
    return [[id, folds] as const]
  })
  return Object.fromEntries(entries)
}
