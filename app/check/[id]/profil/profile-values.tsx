import { t } from '@/app/_lib/text'
import type { Profile, ProfileValue } from '@/lib/questionnaire/questionnaire'
import type { ProfileField } from '@/lib/questionnaire/schema'
import { germanNumber, joinWords } from '@/lib/report/format'

const labelOf = (field: ProfileField, id: string) =>
  'options' in field ? (field.options.find((option) => option.id === id)?.label ?? id) : id

function valueText(field: ProfileField, value: ProfileValue): string {
  if (typeof value === 'string') return labelOf(field, value)
  const unit = field.type === 'number' && field.unit ? ` ${field.unit}` : ''
  if (typeof value === 'number') return `${germanNumber(value)}${unit}`
  if (!('value' in value)) return joinWords(value.map((id) => labelOf(field, id)))
  const from = [value.source, value.year === null ? '' : String(value.year)].filter(Boolean).join(', ')
  return `${germanNumber(value.value)}${unit}${from ? ` (${from})` : ''}`
}

/** The profile to read: what is filled in of it. */
export function ProfileValues({ fields, profile }: { fields: readonly ProfileField[]; profile: Profile }) {
  const given = fields.flatMap((field) => {
    const value = profile[field.id]
    return value === undefined ? [] : [{ id: field.id, label: field.label, text: valueText(field, value) }]
  })
  if (given.length === 0) return <p className="kern-body dec-space-3">{t('rounds.readOnly.notGiven')}</p>
  return (
    <dl className="dec-pairs dec-space-3">
      {given.map(({ id, label, text }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
