/** The answers of a round as a table in words, one question a line. */
import type { Translate } from '../i18n/translate'
import { leftOutBy } from '../questionnaire/applicability'
import type { Questionnaire } from '../questionnaire/questionnaire'
import { answerText } from '../report/answer-text'
import type { AssessmentView } from '../assessments/types'

const columns = [
  'level',
  'factor',
  'questionId',
  'question',
  'subject',
  'state',
  'step',
  'answer',
  'comment',
  'clarifyWith',
] as const

/** Gives all questions in the order of the instrument, those that were not asked included; the first row names the columns. */
export function answersTable(view: AssessmentView, questionnaire: Questionnaire, t: Translate): string[][] {
  const kommune = typeof view.profile['name'] === 'string' ? view.profile['name'] : t('page.unnamedTown')
  const rows = questionnaire.factors.flatMap((factor) =>
    factor.questions.map((question): string[] => {
      const { answer = { state: 'open' as const }, comment = '', clarifyWith = '' } = view.answers[question.id] ?? {}
      const leftOut = leftOutBy(factor, question, view.profile, view.mode) !== null
      return [
        questionnaire.levelById.get(factor.level)?.short ?? '',
        factor.name,
        question.id,
        question.stem,
        factor.subject === 'quartier' ? (view.place?.name ?? '') : kommune,
        t(`rounds.export.state.${leftOut ? 'leftOut' : answer.state}`),
        answer.state === 'answered' ? String(answer.value) : '',
        answer.state === 'open' ? '' : answerText(t, question, answer),
        comment,
        clarifyWith,
      ]
    }),
  )
  return [columns.map((column) => t(`rounds.export.csv.${column}`)), ...rows]
}
