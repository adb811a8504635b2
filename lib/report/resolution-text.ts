/** The Beschluss behind a measure in words. */
import type { Translate } from '../i18n/translate'
import { germanDay } from './format'

/** „vom 15.01.2026, Drucksache 2026/14“, or what is known of it; empty if nothing is. */
export function resolutionText(
  t: Translate,
  { resolvedOn, resolutionNumber: number }: { readonly resolvedOn: string | null; readonly resolutionNumber: string },
): string {
  const date = resolvedOn === null ? '' : germanDay(resolvedOn)
  if (date === '') return number === '' ? '' : t('plan.table.resolutionNumber', { number })
  return number === '' ? t('plan.table.resolutionDate', { date }) : t('plan.table.resolution', { date, number })
}
