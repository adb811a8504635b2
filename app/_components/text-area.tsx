import { t } from '@/app/_lib/text'
import { FieldError } from './field-error'

interface TextAreaProps {
  id: string
  name: string
  label: string
  value: string
  hint?: string
  error?: string
  optional?: boolean
  rows?: number
  /** Further classes of the field. */
  className?: string
}

/** Several lines of text with label, hint and error. */
export function TextArea({ id, name, label, value, hint, error, optional, rows = 3, className }: TextAreaProps) {
  const described = [hint ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].filter(Boolean).join(' ')
  const classes = ['kern-form-input dec-field', error && 'kern-form-input--error', className]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <label className="kern-label" htmlFor={id}>
        {label} {optional && <span className="kern-label__optional">{t('page.optional')}</span>}
      </label>
      {hint && (
        <p className="kern-hint dec-text" id={`${id}-hinweis`}>
          {hint}
        </p>
      )}
      <textarea
        className="kern-form-input__input"
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
    </div>
  )
}
