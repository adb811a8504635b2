/** A refused form of a measure: its errors in exact words, and what was typed. */
import { type RefusedForm, refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { RejectedInput } from '@/lib/assessments/types'
import type { ErrorCode } from '@/lib/errors'
import { fieldNames, type MeasureFields } from '@/lib/measures/schema'
import { germanDay } from '@/lib/report/format'
import { fieldLabels } from './field-text'

function exactText(field: string, code: ErrorCode): string | null {
  if (code === 'conflict') return t('plan.errors.conflict')
  if (field === 'dueOn' || field === 'resolvedOn') return code === 'wrong-type' ? t('plan.errors.day') : null
  if (code !== 'required' && code !== 'unknown-option') return null
  switch (field) {
    case 'title':
      return t('plan.errors.title')
    case 'reason':
      return t('plan.errors.reason')
    case 'factorId':
      return t('plan.errors.factor')
    default:
      return null
  }
}

/** Puts the refusal of a measure into words. */
export function refusedMeasure(rejected: RejectedInput | null): RefusedForm {
  return refusedForm(rejected, fieldLabels, exactText)
}

/** What stands in the fields of a form: what was typed, else what is stored; days as people write them. */
export function formValues(refused: RefusedForm, fields: MeasureFields): Record<string, string> {
  const stored = (name: (typeof fieldNames)[number]) => {
    const value = fields[name] ?? ''
    return (name === 'dueOn' || name === 'resolvedOn') && value !== '' ? germanDay(value) : value
  }
  return Object.fromEntries(fieldNames.map((name) => [name, refused.typed(name) ?? stored(name)]))
}
