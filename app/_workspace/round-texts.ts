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

/** „abgeschlossen am 3. Mai 2026 (Abschluss 2)“, „offen“, „wieder geöffnet“ */
export function roundStatus({ status, closedAt, revision }: Pick<RoundSummary, 'status' | 'closedAt' | 'revision'>): string {
  if (status !== 'abgeschlossen' || !closedAt) return t(revision > 1 ? 'workspace.overview.reopened' : 'workspace.overview.offen')
  const date = germanDate(closedAt)
  return revision > 1
    ? t('workspace.overview.closedAgain', { date, revision: String(revision) })
    : t('workspace.overview.abgeschlossen', { date })
}
