/** The figures of a result: exact, `null` where not assessable. */
import type Fraction from 'fraction.js'
import { z } from 'zod'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { levelIdSchema, stageIdSchema } from '../questionnaire/schema'
import { rankMeasures } from '../recommendations/rank'
import type { Targets } from '../recommendations/types'
import { scoreSheet } from '../scoring/score'

const points = z.number().min(0).max(100)
const boundsSchema = z.strictObject({ low: points, high: points }).nullable()
/** Answered share of the applicable questions, 0–1. */
const coverageSchema = z.number().min(0).max(1).nullable()

const figures = {
  /** `kommune` or the id of the Quartier. */
  subject: z.string(),
  /** 0–100, not rounded. */
  score: points.nullable(),
  bounds: boundsSchema,
  coverage: coverageSchema,
  stage: stageIdSchema.nullable(),
}

/** What scoring and ranking give: the same for the same answers, questionnaire and rules, whatever words the interface uses. */
export const resultFiguresSchema = z.strictObject({
  questionnaire: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  levels: z.array(z.strictObject({ id: levelIdSchema, ...figures, cappedBy: z.array(z.string()) })),
  factors: z.array(z.strictObject({ id: z.string(), level: levelIdSchema, ...figures })),
  balance: z.strictObject({
    state: z.enum(['not-assessable', 'balanced', 'imbalance']),
    certainty: z.enum(['certain', 'possible']).nullable(),
    spread: points.nullable(),
    weakest: levelIdSchema.nullable(),
    strongest: levelIdSchema.nullable(),
  }),
  measures: z.array(
    z.strictObject({ rank: z.int().positive(), id: z.string(), factor: z.string(), title: z.string(), why: z.string() }),
  ),
})
export type ResultFigures = z.infer<typeof resultFiguresSchema>

const number = (value: Fraction | null) => (value ? Number(value.valueOf()) : null)

/**
 * Gives the figures of a sheet's first place.
 * @param targets lowered targets by factor id: the order of the measures depends on them
 * @throws Error if the sheet names no place
 */
export function resultFigures(questionnaire: Questionnaire, sheet: Sheet, targets: Targets = {}): ResultFigures {
  const place = scoreSheet(questionnaire, sheet).places[0]
  if (!place) throw new Error('a result needs one place')
  const figuresOf = (result: (typeof place.levels)[number] | (typeof place.levels)[number]['factors'][number]) => ({
    subject: result.subject,
    score: number(result.score),
    bounds: result.bounds && { low: Number(result.bounds.low.valueOf()), high: Number(result.bounds.high.valueOf()) },
    coverage: number(result.coverage.share),
    stage: result.stage,
  })
  const { state, certainty, spread, weakest, strongest } = place.balance
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: questionnaire.hash },
    levels: place.levels.map((level) => ({ id: level.levelId, ...figuresOf(level), cappedBy: [...level.cappedBy] })),
    factors: place.levels.flatMap((level) =>
      level.factors.map((factor) => ({ id: factor.factorId, level: factor.level, ...figuresOf(factor) })),
    ),
    balance: { state, certainty, spread: number(spread), weakest, strongest },
    measures: rankMeasures(questionnaire, sheet, place, targets).map(({ rank, measureId, factorId }) => {
      const measure = questionnaire.measureById.get(measureId)!
      return { rank, id: measureId, factor: factorId, title: measure.title, why: measure.why }
    }),
  }
}
