/** A success factor as a reader sees it, with „Warum?“. */
import { explainFactor, nextTippingAnswer } from '../scoring/explain'
import type { FactorResult } from '../scoring/types'
import { answerPoints, answerText } from './answer-text'
import { factorOf, type ReportContext } from './context'
import { chapterList, percent, wholePoints } from './format'
import { buildLadder } from './ladder'
import { tippingText } from './tipping-text'
import type { Explanation } from './balance-types'
import type { FactorView } from './types'

const openCount = (result: FactorResult) => result.coverage.unknown + result.coverage.open

/** Points, coverage and bounds of a figure in words; the same three lines for factors and levels. */
export function figureLines(context: ReportContext, result: Pick<FactorResult, 'score' | 'bounds' | 'coverage'>): string[] {
  const { t } = context
  const { coverage, bounds, score } = result
  const lines = [score ? t('report.why.score', { points: wholePoints(score) }) : t('report.why.noScore')]
  if (coverage.share) {
    lines.push(
      t('report.why.coverage', {
        answered: coverage.answered,
        applicable: coverage.applicable,
        percent: percent(coverage.share),
      }),
    )
  }
  if (bounds && coverage.unknown + coverage.open > 0) {
    lines.push(t('report.why.bounds', { low: wholePoints(bounds.low), high: wholePoints(bounds.high) }))
  }
  return lines
}

const leftOutText = {
  profile: 'report.why.leftOutProfile',
  mode: 'report.why.leftOutMode',
  user: 'report.why.leftOutNotApplicable',
  unknown: 'report.why.leftOutUnknown',
  open: 'report.why.leftOutOpen',
  'not-assessable': 'report.why.leftOutOpen',
} as const

function factorExplanation(context: ReportContext, result: FactorResult, stageText: string): Explanation {
  const { t, questionnaire } = context
  const factor = factorOf(context, result.factorId)
  const { inputs, leftOut } = explainFactor(result)
  const stemOf = (id: string) => questionnaire.questionById.get(id)!.stem
  const rows = inputs.map(({ id }) => {
    const { answer } = result.questions.find(({ questionId }) => questionId === id)!
    const text = answerText(t, questionnaire.questionById.get(id)!, answer)
    return {
      label: stemOf(id),
      value: t('report.why.answer', { answer: text, points: answerPoints(t, answer) }),
      weight: t('report.why.weight', { count: inputs.length }),
    }
  })
  return {
    title: t('report.why.title', { stage: stageText }),
    summary: result.score
      ? t('report.why.factorSummary', { factor: factor.name })
      : t('report.why.factorNotAssessable', { factor: factor.name }),
    rows,
    leftOut: leftOut.map(({ id, because }) => t(leftOutText[because], { stem: stemOf(id) })),
    cap: factor.foundation ? t(result.met ? 'report.why.foundationMet' : 'report.why.foundationUnmet') : null,
    figures: figureLines(context, result),
    next: tippingText(
      context,
      nextTippingAnswer(questionnaire, context.sheet, { kind: 'factor', id: result.factorId, placeId: context.place.placeId }),
    ),
  }
}

/** Gives the view of one factor. A factor without a stage speaks of what is not known, never of zero. */
export function buildFactorView(context: ReportContext, result: FactorResult): FactorView {
  const { t } = context
  const factor = factorOf(context, result.factorId)
  const stageText = result.stage ? t(`common.stage.${result.stage}`) : t('common.notAssessable')
  const notes = [
    ...(factor.foundation ? [t('report.note.foundation')] : []),
    ...(result.coverage.unknown > 0 ? [t('report.note.unknown', { count: result.coverage.unknown })] : []),
    ...(result.coverage.open > 0 ? [t('report.note.open', { count: result.coverage.open })] : []),
    ...(result.coverage.notApplicable > 0 ? [t('report.note.notApplicable', { count: result.coverage.notApplicable })] : []),
  ]
  return {
    id: factor.id,
    levelId: factor.level,
    name: factor.name,
    short: factor.short,
    foundation: factor.foundation,
    stage: result.stage,
    stageText,
    statement: result.stage ? factor.statements[result.stage] : factor.unknown,
    ladder: buildLadder(t, factor.name, {
      stage: result.stage,
      uncappedStage: result.stage,
      bounds: result.bounds,
      somethingOpen: openCount(result) > 0,
      closedByFoundation: false,
    }),
    notes,
    chaptersText: t('common.chapters', { chapters: chapterList(factor.chapters) }),
    explanation: factorExplanation(context, result, stageText),
  }
}
