import { germanDate } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { RoundSummary } from '@/lib/rounds/service'

const day = (date: string) => germanDate(new Date(`${date}T12:00:00Z`))

/** „2026“, or when it was begun. */
export function roundName({ name, createdAt }: Pick<RoundSummary, 'name' | 'createdAt'>): string {
  return name || t('workspace.overview.unnamed', { date: germanDate(createdAt) })
}

/** „1. Januar 2026 bis 30. Juni 2026“ */
export function roundPeriod({ periodFrom, periodTo }: Pick<RoundSummary, 'periodFrom' | 'periodTo'>): string {
  if (periodFrom && periodTo) return t('workspace.overview.fromTo', { from: day(periodFrom), to: day(periodTo) })
  if (periodFrom) return t('workspace.overview.from', { from: day(periodFrom) })
  return periodTo ? t('workspace.overview.until', { to: day(periodTo) }) : t('workspace.overview.noPeriod')
}

/** „abgeschlossen am 3. Mai 2026, 2. Fassung“ */
export function roundStatus({ status, closedAt, revision }: Pick<RoundSummary, 'status' | 'closedAt' | 'revision'>): string {
  const state =
    status === 'abgeschlossen' && closedAt
      ? t('workspace.overview.abgeschlossen', { date: germanDate(closedAt) })
      : t('workspace.overview.offen')
  return revision > 1 ? `${state}, ${t('workspace.overview.revision', { revision: String(revision) })}` : state
}
