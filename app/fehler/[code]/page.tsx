import { ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { loginPage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import NotFound from '@/app/not-found'
import { errorCodes, type ErrorCode } from '@/lib/errors'

type Props = PageProps & { params: Promise<{ code: string }> }

const isErrorCode = (value: string): value is ErrorCode => (errorCodes as readonly string[]).includes(value)

export async function generateMetadata({ params }: Props) {
  const { code } = await params
  return isErrorCode(code) ? pageMetadata(t(`errors.${code}.title`), { refused: true }) : {}
}

const needsLogin: readonly ErrorCode[] = ['login-required', 'start-with-account']

/** Where another try may lead: the start page or an assessment, never another site. */
const isOwnPage = (path: string) => /^\/((check|arbeitsbereich)\/[A-Za-z0-9_-]+|arbeitsbereich|konto)?$/.test(path)

/** A failure in words: what happened, what is safe, what to do. proxy.ts gives the page the status that belongs to the code. */
export default async function ErrorPage({ params, searchParams }: Props) {
  const { code } = await params
  const from = queryValue(await searchParams, 'von')
  if (!isErrorCode(code)) showNotFound()
  if (code === 'not-found') return <NotFound />
  return (
    <div className="dec-column dec-flow">
      <h1 className="kern-heading-large">{t(`errors.${code}.title`)}</h1>
      <p className="kern-body dec-text">{t(`errors.${code}.body`)}</p>
      <p className="kern-body dec-text">{t(`errors.${code}.action`)}</p>
      <p className="kern-body kern-body--small dec-quiet">{t('page.error.code', { code })}</p>
      <div className="dec-actions">
        {isOwnPage(from) && <ButtonLink href={from}>{t('page.error.retry')}</ButtonLink>}
        <ButtonLink href="/" look={isOwnPage(from) ? 'secondary' : 'primary'}>
          {t('page.error.home')}
        </ButtonLink>
        {needsLogin.includes(code) ? (
          <TextLink href={loginPage(isOwnPage(from) && from !== '/' ? from : null)}>{t('accounts.nav.signIn')}</TextLink>
        ) : (
          <TextLink href="/fortsetzen">{t('start.checks.withCode')}</TextLink>
        )}
      </div>
    </div>
  )
}
