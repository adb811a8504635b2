import { ChoiceField } from '@/app/_components/choice-field'
import { TextField } from '@/app/_components/text-field'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { ProfileField } from '@/lib/questionnaire/schema'

interface ProfileFieldsProps {
  fields: readonly ProfileField[]
  /** As a form shows them: `lib/assessments/parse-profile`. */
  values: Readonly<Record<string, string | readonly string[]>>
  refused: RefusedForm
  year: number
}

type FieldProps = Omit<ProfileFieldsProps, 'fields'> & { field: ProfileField }
type NumberField = Extract<ProfileField, { type: 'number' }>

const single = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : (value?.[0] ?? ''))
const list = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? [value] : (value ?? []))

/** A figure carries its year and its source. */
function FigureField({ field, values, refused, year }: FieldProps & { field: NumberField }) {
  const { id, label, help, usedFor, required, unit } = field
  const text = (name: string) => refused.typed(name) ?? single(values[name])
  return (
    <fieldset className="kern-fieldset dec-field">
      <legend className="kern-label">
        {label} {!required && <span className="kern-label__optional">{t('page.optional')}</span>}
      </legend>
      <p className="kern-hint dec-text">
        {help} {t('profile.figureHint', { year: String(year) })}
        <span className="dec-sub">{t('page.usedFor', { purpose: usedFor })}</span>
      </p>
      <div className="dec-figure">
        <TextField
          name={id}
          label={t('profile.value')}
          value={text(id)}
          unit={unit}
          inputMode="decimal"
          error={refused.errors[id]}
        />
        <TextField
          name={`${id}.year`}
          label={t('profile.year')}
          value={text(`${id}.year`)}
          inputMode="numeric"
          error={refused.errors[`${id}.year`]}
        />
        <TextField
          name={`${id}.source`}
          label={t('profile.source')}
          value={text(`${id}.source`)}
          error={refused.errors[`${id}.source`]}
        />
      </div>
    </fieldset>
  )
}

function Field({ field, values, refused, year }: FieldProps) {
  const { id, label, help, usedFor, required } = field
  const shared = { name: id, label, hint: help, usedFor, optional: !required, error: refused.errors[id] }
  switch (field.type) {
    case 'text':
      return <TextField {...shared} value={refused.typed(id) ?? single(values[id])} />
    case 'number':
      return field.figure ? (
        <FigureField field={field} values={values} refused={refused} year={year} />
      ) : (
        <TextField
          {...shared}
          value={refused.typed(id) ?? single(values[id])}
          unit={field.unit}
          inputMode="decimal"
          width="short"
        />
      )
    case 'choice':
    case 'multi':
      return (
        <ChoiceField
          {...shared}
          options={field.options}
          chosen={refused.typedList(id) ?? list(values[id])}
          multiple={field.type === 'multi'}
        />
      )
  }
}

/** The fields of the profile, as the content lists them. */
export function ProfileFields({ fields, ...rest }: ProfileFieldsProps) {
  return (
    <div className="dec-fields">
      {fields.map((field) => (
        <Field key={field.id} field={field} {...rest} />
      ))}
    </div>
  )
}
