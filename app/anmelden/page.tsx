import { headers } from 'next/headers'
import { accountLabels } from '@/app/_accounts/new-person-fields'
import { Button, ButtonLink } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextField } from '@/app/_components/text-field'
import { TextLink } from '@/app/_components/text-link'
import { readPerson } from '@/app/_lib/actor'
import { loginPage, pageAskedHeader, pageBeforeLogin } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { settings } from '@/lib/env'

const notices = { abgemeldet: 'signedOut', 'neues-passwort': 'newPassword', geloescht: 'deleted' } as const

/**
 * The page in whose place this one is drawn, or whose link led here, e.g. a round that looked absent without a session. The
 * browser tells the latter for this site only.
 */
async function pageAskedBefore(): Promise<string | null> {
  const asked = await headers()
  const inPlace = pageBeforeLogin(asked.get(pageAskedHeader))
  if (inPlace !== null) return inPlace
  const given = asked.get('referer') ?? ''
  const url = URL.canParse(given) ? new URL(given) : null
  return url && settings().origins.includes(url.origin) ? pageBeforeLogin(url.pathname) : null
}

async function read({ searchParams }: PageProps) {
  const search = await searchParams
  const rejected = await readRejected('login', queryValue(search, 'fehler') !== '')
  return { search, rejected, from: pageBeforeLogin(queryValue(search, 'von')) ?? (await pageAskedBefore()) }
}

export async function generateMetadata(props: PageProps) {
  const { rejected } = await read(props)
  return pageMetadata(t('accounts.login.title'), { refused: rejected !== null })
}

function Help({ from }: { from: string | null }) {
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="ohne-konto">
      <h2 className="kern-heading-medium" id="ohne-konto">
        {t('accounts.login.helpHeading')}
      </h2>
      <p className="kern-body dec-text">{t('accounts.login.helpText')}</p>
      <ul className="dec-inline-list">
        <li>
          <TextLink href="/einladung">{t('accounts.login.invitation')}</TextLink>
        </li>
        <li>
          <TextLink href="/passwort">{t('accounts.login.reset')}</TextLink>
        </li>
      </ul>
      {from === null ? (
        settings().anonymousStart && <p className="kern-body dec-text">{t('accounts.login.without')}</p>
      ) : (
        <p className="kern-body dec-text">
          {t('accounts.login.withCode')}{' '}
          <TextLink href="/fortsetzen" inline>
            {t('accounts.login.toCode')}
          </TextLink>
        </p>
      )}
    </section>
  )
}

export default async function LoginPage(props: PageProps) {
  const { search, rejected, from } = await read(props)
  const person = await readPerson().catch((error: unknown) => showFailure(error, loginPage(from)))
  const refused = refusedForm(rejected, accountLabels)
  const notice = Object.entries(notices).find(([name]) => queryValue(search, name) !== '')?.[1]
  return (
    <div className="dec-column">
      {notice && <Notice>{t(`accounts.login.${notice}`)}</Notice>}
      <PageErrors items={refused.summary} />
      <h1 className="kern-heading-large">{t('accounts.login.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t(from ? 'accounts.login.again' : 'accounts.login.lead')}</p>
      {person && (
        <div className="dec-notice dec-space-3 dec-flow">
          <p className="kern-body">{t('accounts.login.signedIn', { name: person.name })}</p>
          <ButtonLink href={from ?? '/arbeitsbereich'} look="secondary">
            {t('accounts.login.toWorkspace')}
          </ButtonLink>
        </div>
      )}
      <form className="dec-fields dec-space-4" method="post" action="/api/session" noValidate>
        {from && <input type="hidden" name="von" value={from} />}
        <TextField
          name="email"
          type="email"
          autoComplete="username"
          label={t('accounts.field.email')}
          value={refused.typed('email') ?? ''}
          error={refused.errors['email']}
        />
        <TextField
          name="password"
          type="password"
          autoComplete="current-password"
          label={t('accounts.field.password')}
          value=""
          error={refused.errors['password']}
        />
        <div className="dec-actions">
          <Button>{t('accounts.login.submit')}</Button>
        </div>
      </form>
      <Help from={from} />
    </div>
  )
}
