/** One round on its way into a comparison: scored, as it was closed, and how it is introduced to the reader. */
import Fraction from 'fraction.js'
import type { Translate } from '../i18n/translate'
import type { StageId } from '../questionnaire/schema'
import { scoreRound, type ScoredRound } from '../scoring/compare'
import { stageOf } from '../scoring/stage'
import type { PlaceResult } from '../scoring/types'
import { germanDay } from './format'
import { stageIndex } from './ladder'
import type { ProgressRound, RoundView, StandView } from './progress-types'
import type { ResultFigures } from './result-figures'

/** Puts the values and stages of a closed round in place of those that today's rules give (V2: the rest is „Fragebogen“). */
function asRecorded(place: PlaceResult, figures: ResultFigures): PlaceResult {
  const scoreOf = (score: number | null) => (score === null ? null : new Fraction(score))
  return {
    ...place,
    balance: { ...figures.balance, spread: scoreOf(figures.balance.spread) },
    levels: place.levels.map((level) => {
      const recorded = figures.levels.find(({ id }) => id === level.levelId)
      if (!recorded) return level
      const factors = level.factors.map((factor) => {
        const own = figures.factors.find(({ id }) => id === factor.factorId)
        return own ? { ...factor, score: scoreOf(own.score), stage: own.stage } : factor
      })
      return { ...level, factors, score: scoreOf(recorded.score), stage: recorded.stage, cappedBy: recorded.cappedBy }
    }),
  }
}

/** Scores a round under its own version; what was closed by other rules stays as it was closed. */
export function scoreProgressRound({ questionnaire, sheet, recorded }: ProgressRound): ScoredRound {
  const scored = scoreRound({ questionnaire, sheet })
  return recorded ? { ...scored, place: asRecorded(scored.place, recorded) } : scored
}

function periodText(t: Translate, { periodFrom, periodTo }: ProgressRound): string {
  if (periodFrom && periodTo) return t('progress.round.period', { from: germanDay(periodFrom), to: germanDay(periodTo) })
  if (periodFrom) return t('progress.round.periodFrom', { from: germanDay(periodFrom) })
  return periodTo ? t('progress.round.periodTo', { to: germanDay(periodTo) }) : ''
}

/** Gives the name of a round, or the day it speaks of where it has none. */
export function roundLabel(t: Translate, { name, asOf }: ProgressRound): string {
  return name.trim() === '' ? t('progress.round.unnamed', { date: germanDay(asOf) }) : name
}

/** Gives what introduces a round: its name, and the facts that a comparison needs. */
export function buildRoundView(t: Translate, round: ProgressRound, { place }: ScoredRound): RoundView {
  const { id, closedOn, sheet, questionnaire } = round
  const period = periodText(t, round)
  const status = closedOn ? t('progress.round.closed', { date: germanDay(closedOn) }) : t('progress.round.open')
  const answered = place.levels.reduce((sum, { coverage }) => sum + coverage.answered, 0)
  const total = place.levels.reduce((sum, { coverage }) => sum + coverage.applicable, 0)
  const facts = [
    [t('progress.round.fact.status'), status],
    [t('progress.round.fact.period'), period],
    [t('progress.round.fact.mode'), t(`report.mode.${sheet.mode}`)],
    [t('progress.round.fact.answered'), t('report.answered', { answered, total })],
    [t('progress.round.fact.place'), place.placeName],
    [t('progress.round.fact.version'), t('progress.round.version', { version: questionnaire.version })],
  ] as const
  return {
    id,
    label: roundLabel(t, round),
    open: closedOn === null,
    facts: facts.filter(([, value]) => value !== '').map(([name, value]) => ({ label: name, value })),
  }
}

/** How high a value reaches: its stage, and how far within it; at the upper edge of the stage where a foundation caps (V6). */
function positionOf(score: Fraction, stage: StageId): number {
  const index = stageIndex(stage)
  if (stageIndex(stageOf(score)) > index) return index + 1
  return Math.min(5, Math.max(index, score.valueOf() / 20))
}

/** How a figure stands in one round; nothing can be said of a factor that the round does not have. */
export function standOf(
  t: Translate,
  result: { readonly score: Fraction | null; readonly stage: StageId | null; readonly cappedBy?: readonly string[] } | null,
): StandView {
  if (!result?.score || !result.stage) return { stage: null, stageText: t('common.notAssessable'), position: null, capped: false }
  const { score, stage, cappedBy = [] } = result
  return {
    stage,
    stageText: t(`common.stage.${stage}`),
    position: positionOf(score, stage),
    capped: cappedBy.length > 0,
  }
}
