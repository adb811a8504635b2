import { Button } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'

interface CoverFormProps {
  id: string
  agreedOn: string
  answeredBy: string
  /** The mark of what is stored. */
  shown: string
  errors: Readonly<Record<string, string>>
}

/** Status and roles, as they stand on the cover. */
export function CoverForm({ id, agreedOn, answeredBy, shown, errors }: CoverFormProps) {
  const roles = fieldIdOf('answeredBy')
  const error = errors.answeredBy
  return (
    <form className="dec-fields dec-column dec-space-3" method="post" action={`/api/assessments/${id}/details`}>
      <input type="hidden" name="shown" value={shown} />
      <TextField
        name="agreedOn"
        label={t('result.report.cover.agreedOn')}
        hint={t('result.report.cover.agreedOnHint')}
        value={agreedOn}
        error={errors.agreedOn}
        optional
      />
      <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}`}>
        <label className="kern-label" htmlFor={roles}>
          {t('result.report.cover.answeredBy')} <span className="kern-label__optional">{t('page.optional')}</span>
        </label>
        <p className="kern-hint dec-text" id={`${roles}-hinweis`}>
          {t('result.report.cover.answeredByHint', { count: limits.roles, limit: limits.name })}
        </p>
        <textarea
          className="kern-form-input__input"
          id={roles}
          name="answeredBy"
          rows={4}
          defaultValue={answeredBy}
          aria-describedby={error ? `${roles}-hinweis ${roles}-fehler` : `${roles}-hinweis`}
          aria-invalid={error ? true : undefined}
        />
        {error && <FieldError id={`${roles}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
      </div>
      <div>
        <Button>{t('result.report.cover.save')}</Button>
      </div>
    </form>
  )
}
