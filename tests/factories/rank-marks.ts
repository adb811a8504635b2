/** Ranks what marks call for, and questionnaires whose order of factors shows at a glance. */
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { rankMeasures } from '@/lib/recommendations/rank'
import type { RankedMeasure, Targets } from '@/lib/recommendations/types'
import { scoreSheet } from '@/lib/scoring/score'
import { buildQuestionnaire, type FactorOutline, type MeasureOutline } from './build-questionnaire'
import { buildSheet, type Marks } from './build-sheet'

export function rankMarks(
  questionnaire: Questionnaire,
  marks: Marks,
  more: Parameters<typeof buildSheet>[2] = {},
  targets?: Targets,
): readonly RankedMeasure[] {
  const sheet = buildSheet(questionnaire, marks, more)
  return rankMeasures(questionnaire, sheet, scoreSheet(questionnaire, sheet).places[0]!, targets)
}

/** One measure a factor, `m-<factor>`, triggered below 3 on the key question, so that only the order of factors shows. */
export const singleMeasureFactor = (
  id: string,
  more: Partial<FactorOutline> = {},
  measure: Partial<MeasureOutline> = {},
): FactorOutline => ({
  id,
  measures: [{ id: `m-${id}`, trigger: { any: [{ question: `${id}-struktur`, from: 0, below: 3 }] }, ...measure }],
  ...more,
})

/** All factors on one level; the other two hold one factor without measures. */
export const oneLevel = (factors: FactorOutline[], challenges: { id: string; factors: string[] }[] = []): Questionnaire =>
  buildQuestionnaire({
    levels: { verwaltung: factors, intermediaer: [{ id: 'x', measures: [] }], 'vor-ort': [{ id: 'y', measures: [] }] },
    challenges,
  })
