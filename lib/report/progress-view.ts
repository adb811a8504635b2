/** Two rounds side by side: what moved, and why. */
import type { Translate } from '../i18n/translate'
import { isComparable } from '../scoring/compare-questions'
import { levelOf } from './context'
import { balanceOfRounds } from './progress-balance'
import { cautionsOf, profileChanges } from './progress-cautions'
import { contextOf, sideOf, type ProgressContext } from './progress-context'
import { buildLevelChange } from './progress-level'
import { measureRows, measuresBetween, moversOf, otherReasons } from './progress-movers'
import { buildRoundView } from './progress-round'
import type { DoneMeasure, ProgressRound, ProgressView } from './progress-types'

function balanceSentence({ comparison: { before, after, levels }, t }: ProgressContext): string {
  const [was, is] = [before.balance.spread, after.balance.spread]
  if (!was || !is) return t('progress.balance.notAssessable')
  if (levels.some(({ comparable }) => !comparable)) return t('progress.balance.notComparable')
  if (is.equals(was)) return t('progress.balance.same')
  return t(is.lt(was) ? 'progress.balance.closer' : 'progress.balance.wider')
}

function comparableQuestions({ comparison }: ProgressContext) {
  return comparison.levels.flatMap(({ factors }) => factors.flatMap(({ questions }) => questions)).filter(isComparable)
}

function headline(context: ProgressContext): string {
  const { comparison, after, t } = context
  const questions = comparableQuestions(context)
  if (questions.length === 0) return t('progress.headline.notComparable')
  if (questions.every(({ kind }) => kind === 'same')) return t('progress.headline.same')
  const levels = comparison.levels.filter(({ comparable }) => comparable)
  if (levels.length === 0) return t('progress.headline.partly')
  const most = levels.reduce((a, b) => (b.change!.practice.abs().gt(a.change!.practice.abs()) ? b : a))
  const { practice } = most.change!
  if (practice.equals(0)) return t('progress.headline.even')
  const level = levelOf(after.scored, most.levelId).short
  return t(practice.gt(0) ? 'progress.headline.gain' : 'progress.headline.loss', { level })
}

function lead(context: ProgressContext): string {
  const questions = comparableQuestions(context)
  if (questions.length === 0) return context.t('progress.lead.none')
  const count = (wanted: string) => questions.filter(({ kind }) => kind === wanted).length
  return context.t('progress.lead.counts', {
    comparable: questions.length,
    higher: count('improved'),
    lower: count('declined'),
    same: count('same'),
  })
}

/**
 * Compares two rounds for the reader.
 * @param before the earlier one; swapping them negates every part (V5)
 * @param measures done at any time; those in between are picked here (V9)
 * @throws RangeError if the rounds belong to different questionnaires
 */
export function buildProgressView(
  before: ProgressRound,
  after: ProgressRound,
  measures: readonly DoneMeasure[],
  t: Translate,
): ProgressView {
  const context = contextOf(t, sideOf(t, before), sideOf(t, after))
  const levels = context.comparison.levels.map((level) => buildLevelChange(context, level))
  const between = measuresBetween(measures, before.asOf, after.asOf)
  const balance = balanceOfRounds(t, [context.before, context.after])
  const rows = measureRows(context, levels, between)
  return {
    title: t('progress.title', { before: context.before.label, after: context.after.label }),
    headline: headline(context),
    lead: lead(context),
    before: buildRoundView(t, before, context.before.scored),
    after: buildRoundView(t, after, context.after.scored),
    cautions: cautionsOf(context),
    profile: profileChanges(context),
    levels,
    balance: {
      before: balance.rounds[0]!,
      after: balance.rounds[1]!,
      sentence: balanceSentence(context),
      alt: balance.alt,
    },
    ...moversOf(context, levels, between),
    otherReasons: otherReasons(context, levels),
    measures: rows,
    measuresText: rows.length === 0 ? t('progress.measures.none') : t('progress.measures.some', { count: rows.length }),
  }
}
