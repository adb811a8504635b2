/** The one scoring function for screen, report, export and command line (R1–R4). */
import type { PlaceAnswers, Questionnaire, Sheet } from '../questionnaire/questionnaire'
import type { Level } from '../questionnaire/schema'
import { balanceOf } from './balance'
import { scoreFactor } from './score-factor'
import { levelResult } from './score-level'
import type { FactorResult, LevelResult, PlaceResult, ScoreResult } from './types'

/** Subject of everything that is answered once for the whole Kommune. */
export const kommuneSubject = 'kommune'

/** Until a Quartier is named, the Kommune's own figures can be seen already. */
const unnamedPlace: PlaceAnswers = { id: 'quartier', name: '', answers: {} }

/** Results that do not depend on the place, made once and shared by all of them. */
interface Shared {
  readonly factors: ReadonlyMap<string, FactorResult>
  readonly levels: ReadonlyMap<string, LevelResult>
}

const factorsOf = (questionnaire: Questionnaire, level: Level) => questionnaire.factorsOfLevel.get(level.id) ?? []

function shared(questionnaire: Questionnaire, { kommune, profile, mode }: Sheet): Shared {
  const factors = new Map(
    questionnaire.factors
      .filter(({ subject }) => subject === 'kommune')
      .map((factor) => [factor.id, scoreFactor(factor, kommuneSubject, kommune, profile, mode)]),
  )
  const levels = new Map(
    questionnaire.levels.flatMap((level) => {
      const own = factorsOf(questionnaire, level).flatMap(({ id }) => factors.get(id) ?? [])
      const complete = own.length === factorsOf(questionnaire, level).length
      return complete ? [[level.id, levelResult(level, kommuneSubject, own, questionnaire.factorById)] as const] : []
    }),
  )
  return { factors, levels }
}

function scorePlace(questionnaire: Questionnaire, { profile, mode }: Sheet, place: PlaceAnswers, common: Shared): PlaceResult {
  const levels = questionnaire.levels.map((level) => {
    const ready = common.levels.get(level.id)
    if (ready) return ready
    const factors = factorsOf(questionnaire, level).map(
      (factor) => common.factors.get(factor.id) ?? scoreFactor(factor, place.id, place.answers, profile, mode),
    )
    return levelResult(level, place.id, factors, questionnaire.factorById)
  })
  return { placeId: place.id, placeName: place.name, levels, balance: balanceOf(levels) }
}

/**
 * Scores a sheet: one result per place, in the order of the sheet; several places are never averaged (R4). A sheet without
 * a place gives one unnamed place with everything about it open. Ids the questionnaire does not know are ignored: they are
 * refused where input enters.
 */
export function scoreSheet(questionnaire: Questionnaire, sheet: Sheet): ScoreResult {
  const common = shared(questionnaire, sheet)
  const places = sheet.places.length > 0 ? sheet.places : [unnamedPlace]
  return { places: places.map((place) => scorePlace(questionnaire, sheet, place, common)) }
}
