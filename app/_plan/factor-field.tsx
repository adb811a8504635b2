import { FieldError } from '@/app/_components/field-error'
import { fieldIdOf } from '@/app/_components/text-field'
import { t } from '@/app/_lib/text'
import { questionnaireOf } from '@/lib/assessments/content'

/** The factors by level. A factor that the newest questionnaire no longer has can stay. */
export function FactorField({ value, name, error }: { value: string; name?: string; error?: string }) {
  const id = fieldIdOf('factorId')
  const { levels, factorsOfLevel, factorById } = questionnaireOf()
  return (
    <div className={`kern-form-input dec-field dec-factor${error ? ' kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={id}>
        {t('plan.fields.factorId')}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select
          className="kern-form-input__select"
          id={id}
          name="factorId"
          defaultValue={value}
          aria-describedby={error ? `${id}-fehler` : undefined}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{t('profile.choose')}</option>
          {value !== '' && !factorById.has(value) && <option value={value}>{name ?? value}</option>}
          {levels.map((level) => (
            <optgroup key={level.id} label={level.short}>
              {factorsOfLevel.get(level.id)?.map((factor) => (
                <option key={factor.id} value={factor.id}>
                  {factor.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {error && <FieldError id={`${id}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
    </div>
  )
}
