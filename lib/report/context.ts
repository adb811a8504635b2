/** What every part of the view model is built from, gathered once. */
import type { Translate } from '../i18n/translate'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { Factor, Level, LevelId } from '../questionnaire/schema'
import type { RankedMeasure } from '../recommendations/types'
import type { FactorResult, LevelResult, PlaceResult } from '../scoring/types'
import type { ReportDetails } from './types'

export interface ReportContext {
  readonly questionnaire: Questionnaire
  readonly sheet: Sheet
  readonly details: ReportDetails
  readonly place: PlaceResult
  readonly ranked: readonly RankedMeasure[]
  readonly t: Translate
}

/** The level's content; every level result belongs to one. */
export function levelOf(context: Pick<ReportContext, 'questionnaire'>, levelId: LevelId): Level {
  const level = context.questionnaire.levelById.get(levelId)
  if (!level) throw new Error(`no level "${levelId}"`)
  return level
}

/** The factor's content; every factor result belongs to one. */
export function factorOf(context: Pick<ReportContext, 'questionnaire'>, factorId: string): Factor {
  const factor = context.questionnaire.factorById.get(factorId)
  if (!factor) throw new Error(`no factor "${factorId}"`)
  return factor
}

/** All factor results of the place, in the order of the instrument. */
export function allFactors(place: PlaceResult): readonly FactorResult[] {
  return place.levels.flatMap((level) => level.factors)
}

/** One factor's result, if it is part of the check (profile and mode). */
export function factorResult(place: PlaceResult, factorId: string): FactorResult | undefined {
  return allFactors(place).find((factor) => factor.factorId === factorId)
}

/** Levels with a stage, best first; equal ones in the order of the instrument. */
export function levelsByScore(place: PlaceResult): readonly LevelResult[] {
  return place.levels.filter((level) => level.score !== null).sort((a, b) => b.score!.compare(a.score!))
}
