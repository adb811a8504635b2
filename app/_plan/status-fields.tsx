import { FieldError } from '@/app/_components/field-error'
import { TextArea } from '@/app/_components/text-area'
import { t } from '@/app/_lib/text'
import { measureLimits, statuses } from '@/lib/measures/schema'

interface StatusFieldsProps {
  /** Begins the ids of the fields; unique on the page. */
  prefix: string
  /** What the choice is about, for those who hear the page; unless it stands right above. */
  about?: string
  status: string
  reason: string
  hint?: string
  errors: Readonly<Record<string, string>>
}

/** The status, and why a measure was dropped. Where the reason has nothing to say, it stays out of the way. */
export function StatusFields({ prefix, about, status, reason, hint, errors }: StatusFieldsProps) {
  const id = `${prefix}status`
  const error = errors.status
  const described = [hint ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].filter(Boolean).join(' ')
  const shown = reason !== '' || errors.reason !== undefined
  return (
    <div className="dec-status">
      <fieldset
        className={`kern-fieldset dec-field${error ? ' kern-fieldset--error' : ''}`}
        aria-describedby={described || undefined}
      >
        <legend className="kern-label">
          {t('plan.fields.status')} {about && <span className="kern-sr-only">{about}</span>}
        </legend>
        {hint && (
          <p className="kern-hint dec-text" id={`${id}-hinweis`}>
            {hint}
          </p>
        )}
        {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
        <div className="dec-status__choices">
          {statuses.map((choice, index) => {
            const choiceId = index === 0 ? id : `${id}-${choice}`
            return (
              <div key={choice} className="kern-form-check">
                <input
                  className="kern-form-check__radio"
                  type="radio"
                  id={choiceId}
                  name="status"
                  value={choice}
                  defaultChecked={choice === status}
                />
                <label className="kern-label" htmlFor={choiceId}>
                  {t(`plan.status.${choice}`)}
                </label>
              </div>
            )
          })}
        </div>
      </fieldset>
      <TextArea
        id={`${prefix}reason`}
        name="reason"
        label={t('plan.fields.reason')}
        hint={t('plan.form.reasonHint', { limit: measureLimits.reason })}
        value={reason}
        error={errors.reason}
        rows={2}
        className={shown ? undefined : 'dec-status__reason'}
      />
    </div>
  )
}
