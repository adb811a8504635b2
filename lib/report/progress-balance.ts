/** The balance of the levels in several rounds, for one picture (R4). */
import type { Translate } from '../i18n/translate'
import { buildBalanceView } from './balance-view'
import type { RoundSide } from './progress-context'
import type { BalanceView } from './balance-types'

/** Gives the balance of each round, and all of them as the text of a picture. */
export function balanceOfRounds(
  t: Translate,
  sides: readonly RoundSide[],
): { readonly rounds: readonly BalanceView[]; readonly alt: string } {
  const rounds = sides.map(({ scored }) => buildBalanceView({ ...scored, t }))
  const texts = rounds.map(({ marks }, index) => {
    const levels = marks.map(({ short, stageText }) => t('progress.alt.mark', { level: short, stage: stageText }))
    return t('progress.alt.point', { round: sides[index]!.label, stage: levels.join(', ') })
  })
  return { rounds, alt: t('progress.alt.balance', { points: texts.join('; ') }) }
}
