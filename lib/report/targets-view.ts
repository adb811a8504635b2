/** What a town aims at for each factor, beside the last known state (Z1–Z3). Points stand only in targets and in `figures`. */
import type { Translate } from '../i18n/translate'
import { isSamePlaceName } from '../questionnaire/place-name'
import type { Questionnaire } from '../questionnaire/questionnaire'
import type { Factor, LevelId } from '../questionnaire/schema'
import { targetOf, targetStates, type TargetState, usualTarget } from '../recommendations/target'
import type { SetTarget } from '../recommendations/types'
import type { FactorResult, PlaceResult } from '../scoring/types'
import { germanDay } from './format'
import { roundLabel, scoreProgressRound, standOf } from './progress-round'
import type { ProgressRound } from './progress-types'
import { targetFigures, targetStateText, targetText } from './target-text'

/** A target as its workspace has set it, with the version for conflict detection. */
export interface OwnTarget extends SetTarget {
  readonly factorId: string
  /** Empty: the Kommune. Otherwise the id of the Quartier. */
  readonly subjectId: string
  /** 0 where nothing is stored. */
  readonly version: number
}

export interface TargetView {
  readonly factorId: string
  readonly name: string
  readonly foundation: boolean
  readonly state: TargetState['state'] | 'no-round'
  readonly stateText: string
  /** „im Aufbau („2026“)“ */
  readonly standText: string
  /** „etabliert (75 Punkte), bis 31.12.2027“ */
  readonly targetText: string
  readonly reason: string
  /** „Stand: 62,5 Punkte. Ziel: 75 Punkte. Es fehlen 12,5 Punkte.“ Null where there is no value. */
  readonly figures: string | null
  /** As stored, else the usual one; null where no round names a Quartier yet that a target could belong to. */
  readonly own: OwnTarget | null
}

export interface TargetsView {
  /** Name of the Quartier that targets of its questions belong to; empty if none is named. */
  readonly place: string
  readonly levels: readonly {
    readonly id: LevelId
    readonly name: string
    readonly short: string
    readonly factors: readonly TargetView[]
  }[]
}

interface ScoredRound {
  readonly round: ProgressRound
  readonly place: PlaceResult
}

interface Context {
  readonly t: Translate
  /** The newest first. */
  readonly scored: readonly ScoredRound[]
  readonly targets: readonly OwnTarget[]
}

/** Two rounds of one Quartier, whatever ids their checks brought (V1). */
const isSamePlace = (a: PlaceResult, b: PlaceResult) => a.placeId === b.placeId || isSamePlaceName(a.placeName, b.placeName)

/** The rounds that say something about a factor as the newest one asks it: of a Quartier only those of the same one. */
function roundsFor({ scored }: Context, { subject }: Factor): readonly ScoredRound[] {
  const [newest] = scored
  return subject === 'kommune' || !newest ? scored : scored.filter(({ place }) => isSamePlace(place, newest.place))
}

/** What is set for a factor: under the id of the newest round's Quartier first, then under ids of the same Quartier. */
function ownTarget(context: Context, factor: Factor): OwnTarget | null {
  const usual = { factorId: factor.id, value: usualTarget, reason: '', dueOn: null, version: 0 }
  const find = (id: string) => context.targets.find(({ factorId, subjectId }) => factorId === factor.id && subjectId === id)
  if (factor.subject === 'kommune') return find('') ?? { ...usual, subjectId: '' }
  const [newest] = context.scored
  if (!newest || newest.place.placeName === '') return null
  const ids = roundsFor(context, factor).map(({ place }) => place.placeId)
  return ids.map(find).find((found) => found !== undefined) ?? { ...usual, subjectId: newest.place.placeId }
}

const resultIn = ({ place }: ScoredRound, factorId: string): FactorResult | undefined =>
  place.levels.flatMap(({ factors }) => factors).find((one) => one.factorId === factorId)

/** Z3: the newest round in which the factor is assessable, else the newest one that has it. */
function lastKnown(context: Context, factor: Factor): ScoredRound | null {
  const having = roundsFor(context, factor).filter((one) => resultIn(one, factor.id))
  return having.find((one) => resultIn(one, factor.id)?.score) ?? having[0] ?? null
}

function standText({ t }: Context, known: ScoredRound, result: FactorResult): string {
  if (!result.applicable) return t('targets.state.not-applicable')
  return t('targets.stand', { stage: standOf(t, result).stageText, round: roundLabel(t, known.round) })
}

function factorView(context: Context, factor: Factor): TargetView {
  const { t } = context
  const own = ownTarget(context, factor)
  const known = lastKnown(context, factor)
  const result = known && resultIn(known, factor.id)
  const set = own ? { [factor.id]: own } : {}
  const state = known && targetStates(known.place, set).find(({ factorId }) => factorId === factor.id)
  const target = targetText(t, targetOf(factor.id, set))
  return {
    factorId: factor.id,
    name: factor.name,
    foundation: factor.foundation,
    state: state?.state ?? 'no-round',
    stateText: state ? targetStateText(t, state) : t('targets.state.no-round'),
    standText: known && result ? standText(context, known, result) : t('targets.noStand'),
    targetText: own?.dueOn ? t('targets.until', { target, date: germanDay(own.dueOn) }) : target,
    reason: own?.reason ?? '',
    figures: state ? targetFigures(t, state) : null,
    own,
  }
}

/**
 * Gives the targets of a workspace by level, in the order of the instrument.
 * @param questionnaire of the newest round, or the newest one without a round
 * @param rounds in the order of time
 */
export function buildTargetsView(
  questionnaire: Questionnaire,
  rounds: readonly ProgressRound[],
  targets: readonly OwnTarget[],
  t: Translate,
): TargetsView {
  const scored = rounds.toReversed().map((round) => ({ round, place: scoreProgressRound(round).place }))
  const context: Context = { t, scored, targets }
  return {
    place: scored[0]?.place.placeName ?? '',
    levels: questionnaire.levels.map(({ id, name, short }) => ({
      id,
      name,
      short,
      factors: questionnaire.factors.filter(({ level }) => level === id).map((factor) => factorView(context, factor)),
    })),
  }
}
