import { Button, ButtonLink } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import type { Closing } from '@/lib/rounds/read-round'
import type { ClosingPageData } from './read-closing-page'

function Facts({ data, closing }: { data: ClosingPageData; closing: Closing }) {
  const { round } = data.check.view
  const event = data.history.events.findLast(({ kind, revision }) => kind === 'abgeschlossen' && revision === round?.revision)
  const values = { date: germanDate(closing.closedAt), time: germanTime(closing.closedAt) }
  return (
    <dl className="dec-pairs dec-space-3">
      <div>
        <dt>{t('rounds.closed.at')}</dt>
        <dd>{event?.by ? t('rounds.closed.atBy', { ...values, name: event.by }) : t('rounds.closed.atValue', values)}</dd>
      </div>
      {round?.fileReference && (
        <div>
          <dt>{t('rounds.closing.fileReference')}</dt>
          <dd>{round.fileReference}</dd>
        </div>
      )}
      <div>
        <dt>{t('rounds.closed.hash')}</dt>
        <dd>
          <code className="dec-hash">{closing.hash}</code>
        </dd>
      </div>
    </dl>
  )
}

function FileReference({ data: { check, fileReference, refused } }: { data: ClosingPageData }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="aktenzeichen">
      <h2 className="kern-heading-medium" id="aktenzeichen">
        {t('rounds.closing.fileReference')}
      </h2>
      <form
        className="dec-stack dec-stack--near"
        method="post"
        action={`/api/assessments/${check.view.id}/file-reference`}
        autoComplete="off"
      >
        <input type="hidden" name="shown" value={check.view.round?.fileReference ?? ''} />
        <TextField
          name="fileReference"
          label={t('rounds.closed.fileReferenceLabel')}
          hint={t('rounds.closed.fileReferenceHint', { limit: limits.fileReference })}
          value={fileReference}
          error={refused.errors.fileReference}
          optional
        />
        <div>
          <Button look="secondary">{t('rounds.closed.fileReferenceSave')}</Button>
        </div>
      </form>
    </section>
  )
}

function Reopen({ data: { check, refused } }: { data: ClosingPageData }) {
  const field = fieldIdOf('reason')
  const error = refused.errors.reason
  return (
    <section className="dec-section dec-section--near" aria-labelledby="oeffnen">
      <h2 className="kern-heading-medium" id="oeffnen">
        {t('rounds.reopen.heading')}
      </h2>
      <p className="kern-body dec-text">{t('rounds.reopen.text')}</p>
      <form className="dec-stack dec-space-3" method="post" action={`/api/assessments/${check.view.id}/reopen`} noValidate>
        <div className={`kern-form-input dec-field${error ? ' kern-form-input--error' : ''}`}>
          <label className="kern-label" htmlFor={field}>
            {t('rounds.closing.reason')}
          </label>
          <p className="kern-hint dec-text" id={`${field}-hinweis`}>
            {t('rounds.reopen.hint', { limit: limits.reason })}
          </p>
          <textarea
            className="kern-form-input__input"
            id={field}
            name="reason"
            rows={3}
            defaultValue={refused.typed('reason') ?? ''}
            aria-describedby={error ? `${field}-hinweis ${field}-fehler` : `${field}-hinweis`}
            aria-invalid={error ? true : undefined}
          />
          {error && <FieldError id={`${field}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
        </div>
        <div>
          <Button look="secondary">{t('rounds.reopen.action')}</Button>
        </div>
      </form>
    </section>
  )
}

/** What was closed, its archive, and the way to open it again. */
export function ClosedRound({ data, closing }: { data: ClosingPageData; closing: Closing }) {
  const { id } = data.check.view
  return (
    <>
      <Facts data={data} closing={closing} />
      <section className="dec-section dec-section--near" aria-labelledby="archiv">
        <h2 className="kern-heading-medium" id="archiv">
          {t('rounds.closed.archive')}
        </h2>
        <p className="kern-body dec-text">{t('rounds.closed.archiveText')}</p>
        <div className="dec-actions dec-space-2">
          <ButtonLink href={`/api/assessments/${id}/export`} download>
            {t('rounds.closed.download')}
          </ButtonLink>
          <TextLink href={`/check/${id}/ergebnis`}>{t('overview.finish.result')}</TextLink>
        </div>
        <p className="kern-body kern-body--small dec-quiet dec-text dec-space-1">{t('rounds.closed.wait')}</p>
      </section>
      {data.coordinates && (
        <>
          <FileReference data={data} />
          <Reopen data={data} />
        </>
      )}
    </>
  )
}
