/** How a round is called on its pages. */
import { germanDate } from '@/app/_lib/dates'
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { germanDay } from '@/lib/report/format'

/** „01.01.2026 bis 31.12.2026“, or nothing. */
export function periodText({ periodFrom, periodTo }: { periodFrom: string | null; periodTo: string | null }): string {
  return periodFrom && periodTo ? t('rounds.period', { from: germanDay(periodFrom), to: germanDay(periodTo) }) : ''
}

/** „Durchgang „2026“ · 01.01.2026 bis 31.12.2026 · offen“ */
export function roundLine({ view: { round }, closing }: Pick<Check, 'view' | 'closing'>): string {
  if (!round) return ''
  return [
    t('rounds.name', { name: round.name }),
    periodText(round),
    closing ? t('rounds.status.closed', { date: germanDate(closing.closedAt) }) : t('rounds.status.open'),
    round.revision > 1 && !closing ? t('rounds.status.reopened') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
