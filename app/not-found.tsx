import type { ReactNode } from 'react'
import { ButtonLink } from './_components/button'
import { ResumeForm } from './_components/resume-form'
import { TextLink } from './_components/text-link'
import { pageMetadata } from './_lib/page-metadata'
import { t } from './_lib/text'

export const metadata = pageMetadata(t('page.notFound.title'))

/**
 * Foreign and absent checks give the same page: it never tells which.
 * @param props `children`: what this browser had typed and can copy here
 */
export default function NotFound({ children }: { children?: ReactNode }) {
  return (
    <div className="dec-column dec-stack">
      <div>
        <h1 className="kern-heading-large">{t('page.notFound.heading')}</h1>
        <p className="kern-body dec-text">{t('page.notFound.text')}</p>
      </div>
      {children}
      <section aria-labelledby="mit-code">
        <h2 className="kern-heading-medium" id="mit-code">
          {t('page.notFound.codeHeading')}
        </h2>
        <p className="kern-body dec-text">{t('page.notFound.codeText')}</p>
        <ResumeForm />
      </section>
      <section aria-labelledby="mit-konto">
        <h2 className="kern-heading-medium" id="mit-konto">
          {t('page.notFound.accountHeading')}
        </h2>
        <p className="kern-body dec-text">{t('page.notFound.accountText')}</p>
        <p className="dec-space-1">
          <TextLink href="/anmelden">{t('accounts.nav.signIn')}</TextLink>
        </p>
      </section>
      <div>
        <ButtonLink href="/" look="secondary">
          {t('page.error.home')}
        </ButtonLink>
      </div>
    </div>
  )
}
