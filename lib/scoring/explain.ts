/** R6: what would tip a figure. */
import type { Answers, Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { stageIdSchema, type StageId } from '../questionnaire/schema'
import { scoreSheet } from './score'

/** The smallest single change of an answer that lifts a stage, and the stage it gives. */
export interface TippingAnswer {
  readonly questionId: string
  readonly value: 1 | 2 | 3 | 4
  readonly stage: StageId
}

export interface TippingTarget {
  readonly kind: 'factor' | 'level'
  readonly id: string
  readonly placeId: string
}

const values = [1, 2, 3, 4] as const
const rank = (stage: StageId | null) => (stage ? stageIdSchema.options.indexOf(stage) : -1)

function stageOfTarget(questionnaire: Questionnaire, sheet: Sheet, target: TippingTarget): StageId | null {
  const place = scoreSheet(questionnaire, sheet).places.find((known) => known.placeId === target.placeId)
  if (target.kind === 'level') return place?.levels.find((level) => level.levelId === target.id)?.stage ?? null
  return place?.levels.flatMap((level) => level.factors).find((factor) => factor.factorId === target.id)?.stage ?? null
}

const withAnswer = (answers: Answers, questionId: string, value: 1 | 2 | 3 | 4): Answers => ({
  ...answers,
  [questionId]: { state: 'answered', value },
})

/**
 * Finds the answer whose smallest rise lifts the stage of a factor or level; ties in the order of the instrument.
 * Only answered questions are looked at: what is unknown is to be clarified, not guessed.
 * @returns null if no single answer lifts it, or it has no stage yet
 */
export function nextTippingAnswer(questionnaire: Questionnaire, sheet: Sheet, target: TippingTarget): TippingAnswer | null {
  const now = stageOfTarget(questionnaire, sheet, target)
  if (!now) return null
  const factors =
    target.kind === 'factor'
      ? questionnaire.factors.filter((factor) => factor.id === target.id)
      : questionnaire.factors.filter((factor) => factor.level === target.id)
  for (const rise of [1, 2, 3, 4]) {
    for (const factor of factors) {
      for (const question of factor.questions) {
        const place = sheet.places.find((known) => known.id === target.placeId)
        const given = (factor.subject === 'kommune' ? sheet.kommune : place?.answers)?.[question.id]
        const value = given?.state === 'answered' ? values.find((wanted) => wanted === given.value + rise) : undefined
        if (value === undefined) continue
        const changed: Sheet =
          factor.subject === 'kommune'
            ? { ...sheet, kommune: withAnswer(sheet.kommune, question.id, value) }
            : {
                ...sheet,
                places: sheet.places.map((known) =>
                  known.id === target.placeId ? { ...known, answers: withAnswer(known.answers, question.id, value) } : known,
                ),
              }
        const stage = stageOfTarget(questionnaire, changed, target)
        if (stage && rank(stage) > rank(now)) return { questionId: question.id, value, stage }
      }
    }
  }
  return null
}
