import { estimateMinutes } from '@/lib/questionnaire/estimate-minutes'
import { applicableQuestions } from '@/lib/questionnaire/applicability'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'

/** Longest sitting that can be planned into a working day (eigene Setzung). */
const sittingMinutes = 40

/** How many questions the two ways ask, and how long they take. */
export function timeFacts(questionnaire: Questionnaire) {
  const full = applicableQuestions(questionnaire, {}, 'voll')
  const quick = applicableQuestions(questionnaire, {}, 'schnell')
  const fullMinutes = estimateMinutes(full)
  return {
    full: full.length,
    fullMinutes,
    sittings: Math.ceil(fullMinutes / sittingMinutes),
    quick: quick.length,
    quickMinutes: estimateMinutes(quick),
  }
}
