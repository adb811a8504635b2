/** The next answer that would tip a stage, in words (R6). */
import type { TippingAnswer } from '../scoring/explain'
import type { ReportContext } from './context'

/** Gives the sentence, or null if no single answer would. */
export function tippingText(context: ReportContext, tipping: TippingAnswer | null): string | null {
  if (!tipping) return null
  const { t, questionnaire } = context
  const question = questionnaire.questionById.get(tipping.questionId)
  if (!question) return null
  return t('report.why.next', {
    stem: question.stem,
    option: question.options[String(tipping.value) as '0'],
    stage: t(`common.stage.${tipping.stage}`),
  })
}
