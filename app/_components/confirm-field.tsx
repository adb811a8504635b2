import { t } from '@/app/_lib/text'
import { FieldError } from './field-error'

interface ConfirmFieldProps {
  label: string
  error?: string
  /** Ticked before something else was refused. */
  checked?: boolean
}

/** The tick without which something that cannot be taken back is not done. */
export function ConfirmField({ label, error, checked = false }: ConfirmFieldProps) {
  return (
    <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}`}>
      <div className="kern-form-check">
        <input
          className={`kern-form-check__checkbox${error ? ' kern-form-check__checkbox--error' : ''}`}
          type="checkbox"
          id="feld-confirm"
          name="confirm"
          value="ja"
          defaultChecked={checked}
          aria-describedby={error ? 'feld-confirm-fehler' : undefined}
          aria-invalid={error ? true : undefined}
        />
        <label className="kern-label" htmlFor="feld-confirm">
          {label}
        </label>
      </div>
      {error && <FieldError id="feld-confirm-fehler" text={error} prefix={t('page.errors.prefix')} />}
    </div>
  )
}
