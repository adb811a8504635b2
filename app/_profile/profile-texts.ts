import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { profileToForm } from '@/lib/assessments/parse-profile'
import type { ErrorCode } from '@/lib/errors'
import type { Profile } from '@/lib/questionnaire/questionnaire'
import type { ProfileField } from '@/lib/questionnaire/schema'

/** Label by field name, for errors. */
export function profileLabels(fields: readonly ProfileField[]): Record<string, string> {
  const entries = fields.flatMap(({ id, label }) => [
    [id, label],
    [`${id}.year`, t('profile.partLabel', { field: label, part: t('profile.year') })],
    [`${id}.source`, t('profile.partLabel', { field: label, part: t('profile.source') })],
  ])
  return Object.fromEntries(entries)
}

/** What a field of the profile wants, more exactly than the general words of its error; null where they suffice. */
export function profileErrorText(fields: readonly ProfileField[], name: string, code: ErrorCode): string | null {
  const [id, part] = name.split('.')
  const field = fields.find((one) => one.id === id)
  if (code === 'required' && field?.type === 'choice') return t('profile.error.choose')
  if (code !== 'wrong-type' || !field) return null
  if (part === 'year') return t('profile.error.year')
  if (field.type === 'number') {
    return field.decimals > 0 ? t('profile.error.decimal', { decimals: field.decimals }) : t('profile.error.number')
  }
  return field.type === 'text' ? t('profile.error.form', { help: field.help ?? '' }) : null
}

/** The label of a chosen option; whatever else was typed as it is. */
export function optionText(fields: readonly ProfileField[], value: string): string {
  const options = fields.flatMap((field) => ('options' in field ? field.options : []))
  return options.find(({ id }) => id === value)?.label ?? value
}

/** What was typed into each field of the profile, and what is stored there by now, both as one reads them. */
export function profileChanges(fields: readonly ProfileField[], stored: Profile, { typedList }: RefusedForm) {
  const values = profileToForm(fields, stored)
  const text = (given: readonly string[]) =>
    given
      .filter((one) => one !== '')
      .map((one) => optionText(fields, one))
      .join(', ')
  return Object.entries(profileLabels(fields)).map(([field, label]) => ({
    field,
    label,
    typed: text(typedList(field) ?? []),
    stored: text([values[field] ?? []].flat()),
  }))
}
