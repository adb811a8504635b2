import { Button } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import { NamingFields } from './naming-fields'
import { claimFieldId, type StartPageData } from './read-start-page'

/** The checks of this browser, the one used last chosen. */
function Checks({ data: { checks, claim } }: { data: StartPageData }) {
  const error = claim.errors.check
  const chosen = claim.typed('check') ?? checks[0]?.id
  const errorId = `${claimFieldId('check')}-fehler`
  return (
    <fieldset
      className={`kern-fieldset dec-field${error ? ' kern-fieldset--error' : ''}`}
      aria-describedby={error ? errorId : undefined}
    >
      <legend className="kern-label">{t('rounds.claim.check')}</legend>
      {error && <FieldError id={errorId} text={error} prefix={t('page.errors.prefix')} />}
      <div className="dec-checks">
        {checks.map(({ id, name, quartier, mode, answered, total, lastSeenAt }, index) => {
          const fieldId = index === 0 ? claimFieldId('check') : `${claimFieldId('check')}-${id}`
          return (
            <div key={id} className="kern-form-check">
              <input
                className="kern-form-check__radio"
                type="radio"
                id={fieldId}
                name="check"
                value={id}
                defaultChecked={id === chosen}
              />
              <label className="kern-label" htmlFor={fieldId}>
                {[name || t('page.unnamedTown'), quartier].filter(Boolean).join(', ')}
                <span className="dec-sub">
                  {t('rounds.claim.state', {
                    mode: t(`report.mode.${mode}`),
                    answered,
                    total: total ?? 0,
                    date: germanDate(lastSeenAt),
                  })}
                </span>
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Takes what this browser began without an account into the workspace. */
export function ClaimForm({ data }: { data: StartPageData }) {
  const { workspaceId, checks, claim, year, name } = data
  return (
    <section className="dec-section" id="uebernehmen" aria-labelledby="uebernehmen-titel">
      <h2 className="kern-heading-medium" id="uebernehmen-titel">
        {t('rounds.claim.heading')}
      </h2>
      <p className="kern-body dec-text">{t('rounds.claim.text')}</p>
      {checks.length === 0 ? (
        <p className="kern-body dec-text dec-space-2">
          {t('rounds.claim.none')}{' '}
          <TextLink href="/fortsetzen" inline>
            {t('rounds.claim.withCode')}
          </TextLink>
        </p>
      ) : (
        <form
          className="dec-fields dec-space-3"
          method="post"
          action={`/api/workspaces/${workspaceId}/claim`}
          autoComplete="off"
          noValidate
        >
          <Checks data={data} />
          <NamingFields refused={claim} year={year} name={name} fieldId={claimFieldId} />
          <div>
            <Button look="secondary">{t('rounds.claim.action')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
