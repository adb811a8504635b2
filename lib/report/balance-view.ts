/** Balance of the three levels in words (R4). */
import { levelOf, type ReportContext } from './context'
import { exactNumber } from './format'
import { stageIndex } from './ladder'
import type { BalanceView } from './balance-types'

type BalanceContext = Pick<ReportContext, 'questionnaire' | 'place' | 't'>

function sentence(context: BalanceContext): string {
  const { t, place } = context
  const { balance } = place
  if (balance.state === 'not-assessable') return t('report.balance.notAssessable')
  if (balance.state === 'balanced') return t('report.balance.balanced')
  const values = { strongest: levelOf(context, balance.strongest!).short, weakest: levelOf(context, balance.weakest!).short }
  return t(balance.certainty === 'certain' ? 'report.balance.certain' : 'report.balance.possible', values)
}

/** Gives the balance with positions by stage, not points, so that it never contradicts a cap. */
export function buildBalanceView(context: BalanceContext): BalanceView {
  const { t, place } = context
  const { balance } = place
  const marks = place.levels.map((level) => ({
    levelId: level.levelId,
    short: levelOf(context, level.levelId).short,
    stage: level.stage ? stageIndex(level.stage) : null,
    stageText: level.stage ? t(`common.stage.${level.stage}`) : t('common.notAssessable'),
  }))
  const positions = marks.map((mark) => t('report.balance.mark', { level: mark.short, stage: mark.stageText }))
  return {
    state: balance.state,
    certainty: balance.certainty,
    sentence: sentence(context),
    marks,
    alt: t('report.balance.alt', { positions: positions.join('; ') }),
    explanation: {
      title: t(`report.balance.title.${balance.state}`),
      summary: t(`report.balance.why.${balance.state}`),
      rows: place.levels.map((level) => ({
        label: levelOf(context, level.levelId).short,
        value: level.score ? t('report.pointsExact', { points: exactNumber(level.score) }) : t('common.notAssessable'),
        weight: level.bounds
          ? t('report.balance.bounds', { low: exactNumber(level.bounds.low), high: exactNumber(level.bounds.high) })
          : '–',
      })),
      leftOut: [],
      cap: null,
      figures: balance.spread ? [t('report.balance.spread', { points: exactNumber(balance.spread) })] : [],
      next: null,
    },
  }
}
