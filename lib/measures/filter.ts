/** The filters above the table of measures. They stand in the address, so what they do not know shows everything. */
import { z } from 'zod'
import { levelIdSchema } from '../questionnaire/schema'
import { isOpen } from './due'
import { statuses } from './schema'
import type { MeasureView } from './types'

/** Each status, and two that people ask for: everything still to be done, and what of it is late. */
export const statusFilters = ['offen', 'ueberfaellig', ...statuses] as const

export const filterSchema = z.object({
  level: z.union([z.literal(''), levelIdSchema]).catch(''),
  lead: z.string().max(400).catch(''),
  status: z.enum(['', ...statusFilters]).catch(''),
})
export type MeasureFilter = z.infer<typeof filterSchema>

function hasStatus(measure: MeasureView, status: MeasureFilter['status']): boolean {
  if (status === '') return true
  if (status === 'offen') return isOpen(measure)
  return status === 'ueberfaellig' ? measure.overdue : measure.status === status
}

/** „Jugendamt“ and „jugendamt “ are one office. */
const sameLead = (lead: string) => lead.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('de-DE')

/** Gives the measures that all three filters let through; an empty filter lets everything through. */
export function filterMeasures(measures: readonly MeasureView[], { level, lead, status }: MeasureFilter): MeasureView[] {
  return measures.filter(
    (measure) =>
      (level === '' || measure.levelId === level) &&
      (lead === '' || sameLead(measure.lead) === sameLead(lead)) &&
      hasStatus(measure, status),
  )
}

/** Gives who leads, each once as first written, by the alphabet. */
export function leadsOf(measures: readonly MeasureView[]): string[] {
  const byName = new Map<string, string>()
  for (const { lead } of measures) if (lead !== '' && !byName.has(sameLead(lead))) byName.set(sameLead(lead), lead)
  return [...byName.values()].toSorted((a, b) => a.localeCompare(b, 'de'))
}
