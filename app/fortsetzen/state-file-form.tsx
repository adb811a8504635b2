import { Button } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'

export const stateFileFieldId = 'feld-file'

/** Makes a new assessment from a saved file. */
export function StateFileForm({ error }: { error?: string }) {
  const hint = `${stateFileFieldId}-hinweis`
  const megabytes = limits.stateFile / 1024 / 1024
  return (
    <form className="dec-flow dec-column" method="post" action="/api/import" encType="multipart/form-data">
      <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}`}>
        <label className="kern-label" htmlFor={stateFileFieldId}>
          {t('handover.continue.file.label')}
        </label>
        <p className="kern-hint dec-text" id={hint}>
          {t('handover.continue.file.hint', { limit: megabytes })}
        </p>
        <input
          className="kern-form-input__input"
          type="file"
          id={stateFileFieldId}
          name="file"
          accept=".json,application/json"
          aria-describedby={error ? `${hint} ${stateFileFieldId}-fehler` : hint}
          aria-invalid={error ? true : undefined}
        />
        {error && <FieldError id={`${stateFileFieldId}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
      </div>
      <Button look="secondary">{t('handover.continue.file.action')}</Button>
    </form>
  )
}
