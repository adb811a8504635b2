import { t } from '@/app/_lib/text'
import { FieldError } from './field-error'
import { fieldIdOf } from './text-field'

interface ChoiceFieldProps {
  name: string
  /** For a page with several forms that ask for the same; else made of the name. */
  id?: string
  label: string
  options: readonly { readonly id: string; readonly label: string; readonly hint?: string }[]
  /** Ids of what is chosen. */
  chosen: readonly string[]
  multiple?: boolean
  hint?: string
  usedFor?: string
  error?: string
  optional?: boolean
}

/** More than these are a list to fold out, not a wall of circles. */
const mostRadios = 6

function Legend({ label, optional }: Pick<ChoiceFieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label} {optional && <span className="kern-label__optional">{t('page.optional')}</span>}
    </>
  )
}

function Hint({ id, hint, usedFor }: { id: string; hint?: string; usedFor?: string }) {
  if (!hint && !usedFor) return null
  return (
    <p className="kern-hint dec-text" id={id}>
      {hint}
      {usedFor && <span className="dec-sub">{t('page.usedFor', { purpose: usedFor })}</span>}
    </p>
  )
}

function SelectField(props: ChoiceFieldProps) {
  const { name, label, options, chosen, hint, usedFor, error, optional } = props
  const id = props.id ?? fieldIdOf(name)
  return (
    <div className={`kern-form-input dec-field dec-short${error ? ' kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={id}>
        <Legend label={label} optional={optional} />
      </label>
      <Hint id={`${id}-hinweis`} hint={hint} usedFor={usedFor} />
      <div className="kern-form-input__select-wrapper">
        <select
          className="kern-form-input__select"
          id={id}
          name={name}
          defaultValue={chosen[0] ?? ''}
          aria-describedby={[hint || usedFor ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].join(' ').trim() || undefined}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{t('profile.choose')}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
    </div>
  )
}

/** One or several out of a list: circles, boxes, or a list to fold out. The first option carries the field's id. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, options, chosen, multiple = false, hint, usedFor, error, optional } = props
  if (!multiple && options.length > mostRadios) return <SelectField {...props} />
  const id = props.id ?? fieldIdOf(name)
  const kind = multiple ? 'checkbox' : 'radio'
  return (
    <fieldset
      className={`kern-fieldset dec-field${error ? ' kern-fieldset--error' : ''}`}
      aria-describedby={[hint || usedFor ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].join(' ').trim() || undefined}
    >
      <legend className="kern-label">
        <Legend label={label} optional={optional} />
      </legend>
      <Hint id={`${id}-hinweis`} hint={hint} usedFor={usedFor} />
      {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
      <div className="dec-checks">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.id}`
          return (
            <div key={option.id} className="kern-form-check">
              <input
                className={`kern-form-check__${kind}`}
                type={kind}
                id={optionId}
                name={name}
                value={option.id}
                defaultChecked={chosen.includes(option.id)}
              />
              <label className="kern-label" htmlFor={optionId}>
                {option.label}
                {option.hint && <span className="dec-sub">{option.hint}</span>}
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
