/** A success factor as a reader sees it, with „Warum?“. */
import { nextTippingAnswer } from '../scoring/explain'
import type { FactorResult } from '../scoring/types'
import { answerPoints, answerText } from './answer-text'
import { factorOf, type ReportContext } from './context'
import { chapterList, percent, wholePoints } from './format'
import { buildLadder } from './ladder'
import { tippingText } from './tipping-text'
import type { Explanation, FactorView } from './types'

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

function factorExplanation(context: ReportContext, result: FactorResult, stageText: string): Explanation {
  const { t, questionnaire } = context
  const factor = factorOf(context, result.factorId)
  const counting = result.questions.filter((question) => !question.leftOut)
  const rows = counting.map(({ questionId, answer }) => {
    const question = questionnaire.questionById.get(questionId)!
    const points = answerPoints(t, answer)
    return {
      label: question.stem,
      value:
        answer.state === 'answered'
          ? t('report.why.answer', { answer: answerText(t, question, answer), points })
          : answerText(t, question, answer),
      weight: t('report.why.weight', { count: counting.length }),
    }
  })
  const leftOut = [
    ...result.questions
      .filter((question) => question.leftOut)
      .map((question) =>
        t(question.leftOut === 'mode' ? 'report.why.leftOutMode' : 'report.why.leftOutProfile', {
          stem: questionnaire.questionById.get(question.questionId)!.stem,
        }),
      ),
    ...counting
      .filter(({ answer }) => answer.state === 'unknown')
      .map(() => t('report.why.leftOutUnknown'))
      .slice(0, 1),
    ...counting
      .filter(({ answer }) => answer.state === 'not_applicable')
      .map(() => t('report.why.leftOutNotApplicable'))
      .slice(0, 1),
  ]
  return {
    title: t('report.why.title', { stage: stageText }),
    summary: result.score
      ? t('report.why.factorSummary', { factor: factor.name })
      : t('report.why.factorNotAssessable', { factor: factor.name }),
    rows,
    leftOut,
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
