/** The fields of a measure in words. */
import { t } from '@/app/_lib/text'
import { questionnaireOf } from '@/lib/assessments/content'
import type { FieldName, MeasureFields } from '@/lib/measures/schema'
import { germanDay } from '@/lib/report/format'
import { resolutionText as resolutionTextOf } from '@/lib/report/resolution-text'

/** Labels by field, as forms, tables and the history name them. */
export const fieldLabels: Readonly<Record<FieldName, string>> = {
  title: t('plan.fields.title'),
  factorId: t('plan.fields.factorId'),
  lead: t('plan.fields.lead'),
  partners: t('plan.fields.partners'),
  dueOn: t('plan.fields.dueOn'),
  status: t('plan.fields.status'),
  reason: t('plan.fields.reason'),
  resolvedOn: t('plan.fields.resolvedOn'),
  resolutionNumber: t('plan.fields.resolutionNumber'),
  costClass: t('plan.fields.costClass'),
  effort: t('plan.fields.effort'),
  note: t('plan.fields.note'),
}

/** Gives what a field says; empty if it says nothing. */
export function fieldText(field: FieldName, fields: Partial<MeasureFields>): string {
  const value = fields[field] ?? ''
  if (value === '') return ''
  switch (field) {
    case 'dueOn':
    case 'resolvedOn':
      return germanDay(value)
    case 'status':
      return t(`plan.status.${value as MeasureFields['status']}`)
    case 'costClass':
      return t(`common.cost.${value as 'haushalt'}`)
    case 'factorId':
      return questionnaireOf().factorById.get(value)?.name ?? value
    case 'title':
    case 'lead':
    case 'partners':
    case 'reason':
    case 'resolutionNumber':
    case 'effort':
    case 'note':
      return value
  }
}

/** „vom 15.01.2026, Drucksache 2026/14“, or what is known of it. */
export const resolutionText = (fields: MeasureFields): string => resolutionTextOf(t, fields)
