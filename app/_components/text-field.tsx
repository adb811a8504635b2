import { t } from '@/app/_lib/text'
import { FieldError } from './field-error'

export interface TextFieldProps {
  name: string
  label: string
  value: string
  hint?: string
  usedFor?: string
  error?: string
  optional?: boolean
  /** Width by what is expected in it. */
  width?: 'short'
  unit?: string
  inputMode?: 'decimal' | 'numeric'
  autoComplete?: string
  /** For a page with two forms that ask for the same; else made of the name. */
  id?: string
  /** A password is never shown again by the server. */
  type?: 'text' | 'email' | 'password'
  /** Letters of equal width, no corrections. */
  code?: boolean
}

/** A line of text with label, hint and error; its id is its name. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, hint, usedFor, error, optional, width, unit, inputMode, code } = props
  const id = props.id ?? fieldIdOf(name)
  const described = [hint || usedFor ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].filter(Boolean).join(' ')
  const input = (
    <input
      className={`kern-form-input__input${code ? ' dec-code' : ''}`}
      type={props.type ?? 'text'}
      id={id}
      name={name}
      defaultValue={props.type === 'password' ? undefined : value}
      inputMode={inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={code || props.type ? false : undefined}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    />
  )
  return (
    <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}${width ? ` dec-${width}` : ''}`}>
      <label className="kern-label" htmlFor={id}>
        {label} {optional && <span className="kern-label__optional">{t('page.optional')}</span>}
      </label>
      {(hint || usedFor) && (
        <p className="kern-hint dec-text" id={`${id}-hinweis`}>
          {hint}
          {usedFor && <span className="dec-sub">{t('page.usedFor', { purpose: usedFor })}</span>}
        </p>
      )}
      {unit ? (
        <span className="dec-unit">
          {input}
          <span className="kern-body">{unit}</span>
        </span>
      ) : (
        input
      )}
      {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
    </div>
  )
}

/** The id of a field: its name without dots, which CSS and links would misread. */
export function fieldIdOf(name: string): string {
  return `feld-${name.replaceAll('.', '-')}`
}
