/** How an answer reads: the chosen option's sentence or the state in words. */
import type { Translate } from '../i18n/translate'
import type { Answer } from '../questionnaire/questionnaire'
import type { Question } from '../questionnaire/schema'

/** Gives the text of an answer; a reason for „Trifft nicht zu“ is named. */
export function answerText(t: Translate, question: Question, answer: Answer): string {
  switch (answer.state) {
    case 'answered':
      return question.options[String(answer.value) as keyof Question['options']]
    case 'unknown':
      return t('common.unknown')
    case 'open':
      return t('common.open')
    case 'not_applicable': {
      const reason = question.notApplicable.find((known) => known.id === answer.reason)
      return reason ? t('report.answer.notApplicableBecause', { reason: reason.label }) : t('common.notApplicable')
    }
  }
}

/** An answer's points in words, or a dash where it does not score. */
export function answerPoints(t: Translate, answer: Answer): string {
  return answer.state === 'answered' ? t('report.points', { points: answer.value * 25 }) : '–'
}
