import { t } from '@/app/_lib/text'
import type { RoundView } from '@/lib/report/progress-types'

/** Names of rounds for a table: an open one says so, and two of the same name are told apart by their place. */
export function roundNames(rounds: readonly RoundView[]): string[] {
  return rounds.map(({ label, open }, index) => {
    const name = open ? t('progress.page.option', { round: label, status: t('progress.round.openShort') }) : label
    const earlier = rounds.slice(0, index).filter((other) => other.label === label && other.open === open).length
    return earlier > 0 ? t('progress.page.again', { round: name, number: earlier + 1 }) : name
  })
}
