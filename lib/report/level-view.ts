/** A level as a reader sees it: stage, coverage, weakest factor, what caps it. */
import { explainLevel, nextTippingAnswer } from '../scoring/explain'
import type { LevelResult } from '../scoring/types'
import { factorOf, levelOf, type ReportContext } from './context'
import { buildFactorView, figureLines } from './factor-view'
import { joinWords, wholePoints } from './format'
import { buildLadder } from './ladder'
import { tippingText } from './tipping-text'
import type { Explanation } from './balance-types'
import type { LevelView } from './types'

const names = (context: ReportContext, factorIds: readonly string[]) =>
  joinWords(factorIds.map((id) => `„${factorOf(context, id).name}“`))

/** What holds the level, what will matter from „etabliert“ on, or that its foundations are laid. Structures, never persons. */
function capText(context: ReportContext, result: LevelResult): string {
  const { t } = context
  const foundations = levelOf(context, result.levelId).foundations
  if (result.cappedBy.length > 0)
    return t('report.cap.capped', { factors: names(context, result.cappedBy), count: result.cappedBy.length })
  if (result.unmetFoundations.length > 0) {
    return t(result.stage ? 'report.cap.later' : 'report.cap.notAssessable', {
      factors: names(context, result.unmetFoundations),
      count: result.unmetFoundations.length,
    })
  }
  return t('report.cap.none', {
    factors: names(
      context,
      foundations.map(({ factor }) => factor),
    ),
    count: foundations.length,
  })
}

function levelExplanation(context: ReportContext, result: LevelResult, stageText: string): Explanation {
  const { t } = context
  const level = levelOf(context, result.levelId)
  const { inputs, leftOut } = explainLevel(result)
  return {
    title: t('report.why.title', { stage: stageText }),
    summary: result.score
      ? t('report.why.levelSummary', { level: level.short, count: inputs.length })
      : t(result.notAssessableBecause === 'not-applicable' ? 'report.why.levelTooManyNotApplicable' : 'report.why.levelTooFew', {
          level: level.short,
        }),
    rows: inputs.map(({ id, points }) => ({
      label: factorOf(context, id).name,
      value: t('report.points', { points: wholePoints(points) }),
      weight: t('report.why.weight', { count: inputs.length }),
    })),
    leftOut: leftOut.map(({ id, because }) =>
      t(because === 'not-assessable' ? 'report.why.leftOutFactor' : 'report.why.leftOutFactorNotApplicable', {
        factor: factorOf(context, id).name,
      }),
    ),
    cap: capText(context, result),
    figures: figureLines(context, result),
    next: tippingText(
      context,
      nextTippingAnswer(context.questionnaire, context.sheet, {
        kind: 'level',
        id: result.levelId,
        placeId: context.place.placeId,
      }),
    ),
  }
}

/** True if a foundation is unmet although everything about it is answered: no further knowledge would lift the cap. */
function closedByFoundation(result: LevelResult): boolean {
  return result.factors.some(
    (factor) => result.unmetFoundations.includes(factor.factorId) && factor.coverage.unknown + factor.coverage.open === 0,
  )
}

/** Gives the view of one level with all its factors that are part of the check. */
export function buildLevelView(context: ReportContext, result: LevelResult): LevelView {
  const { t } = context
  const level = levelOf(context, result.levelId)
  const stageText = result.stage ? t(`common.stage.${result.stage}`) : t('common.notAssessable')
  const weakest = result.factors.find((factor) => factor.factorId === result.weakestFactorId)
  return {
    id: level.id,
    name: level.name,
    short: level.short,
    description: level.description,
    stage: result.stage,
    stageText,
    provisional: result.provisional,
    summary: result.stage ? level.summary[result.stage] : level.notAssessable,
    ladder: buildLadder(t, level.short, {
      stage: result.stage,
      uncappedStage: result.uncappedStage,
      bounds: result.bounds,
      somethingOpen: result.coverage.unknown + result.coverage.open > 0,
      closedByFoundation: closedByFoundation(result),
    }),
    answeredText: t('report.answered', { answered: result.coverage.answered, total: result.coverage.applicable }),
    // „Am wenigsten ausgebaut“ says nothing where everything is on the top rung.
    weakestText:
      weakest?.stage && weakest.stage !== 'verankert'
        ? t('report.weakest', { factor: factorOf(context, weakest.factorId).name, stage: t(`common.stage.${weakest.stage}`) })
        : null,
    capText: capText(context, result),
    explanation: levelExplanation(context, result, stageText),
    factors: result.factors.filter((factor) => factor.applicable).map((factor) => buildFactorView(context, factor)),
  }
}
