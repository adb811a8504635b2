import { Button } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { fieldIdOf } from '@/app/_components/text-field'
import { t } from '@/app/_lib/text'
import { pictureLimits } from '@/lib/pictures/limits'

/** The picture on the cover: shown, replaced, removed. */
export function CoatOfArmsForm({ id, stored, error }: { id: string; stored: boolean; error?: string }) {
  const action = `/api/assessments/${id}/coat-of-arms`
  const field = fieldIdOf('file')
  return (
    <div className="dec-fields dec-column dec-space-3">
      {stored && (
        <div className="dec-coat">
          <img src={action} alt={t('result.report.coat.alt')} />
          <form method="post" action={action}>
            <input type="hidden" name="remove" value="1" />
            <Button look="secondary">{t('result.report.coat.remove')}</Button>
          </form>
        </div>
      )}
      <form className="dec-flow" method="post" action={action} encType="multipart/form-data">
        <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}`}>
          <label className="kern-label" htmlFor={field}>
            {t('result.report.coat.label')}
          </label>
          <p className="kern-hint dec-text" id={`${field}-hinweis`}>
            {t('result.report.coat.hint', {
              kilobytes: pictureLimits.file / 1024,
              side: pictureLimits.side,
              depth: pictureLimits.depth,
            })}
          </p>
          <input
            className="kern-form-input__input"
            type="file"
            id={field}
            name="file"
            accept="image/png"
            aria-describedby={error ? `${field}-hinweis ${field}-fehler` : `${field}-hinweis`}
            aria-invalid={error ? true : undefined}
          />
          {error && <FieldError id={`${field}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
        </div>
        <Button look="secondary">{t('result.report.coat.upload')}</Button>
      </form>
    </div>
  )
}
