import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import '@kern-ux/native/dist/kern.min.css'
import './globals.css'
import { settings } from '@/lib/env'
import { SiteFooter } from './_components/site-footer'
import { SiteHeader } from './_components/site-header'
import { Sprite } from './_components/sprite'
import { readPerson } from './_lib/actor'
import { t } from './_lib/text'

export const metadata: Metadata = {
  title: { default: t('common.product'), template: t('page.titleWithProduct', { title: '%s', product: t('common.product') }) },
  robots: { index: false },
  // Numbers on the page are years and points, never telephone numbers.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light' }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Rendered per request, so that every page, 404 included, carries its own nonce.
  await connection()
  // A page that needs no database shows without one too.
  const person = await readPerson().catch(() => null)
  const { operatorName, officialBanner, demo } = settings()
  const official = operatorName ? t('page.official', { operator: operatorName }) : t('page.officialPlain')
  return (
    <html lang="de" data-kern-theme="light">
      <body>
        <a className="kern-link dec-skip" href="#inhalt">
          {t('page.skip')}
        </a>
        <Sprite />
        <SiteHeader
          product={t('common.product')}
          home={t('page.home', { product: t('common.product') })}
          official={officialBanner ? official : null}
          demo={demo ? t('page.demo') : null}
          navLabel={t('page.nav.label')}
          links={[
            ...(person ? [] : [{ href: '/#meine-checks', text: t('page.nav.checks') }]),
            { href: '/vorbereiten', text: t('page.nav.prepare') },
            { href: '/hilfe', text: t('page.nav.help') },
            ...(person
              ? [
                  { href: '/arbeitsbereich', text: t('accounts.nav.workspace') },
                  { href: '/konto', text: t('accounts.nav.account') },
                ]
              : [{ href: '/anmelden', text: t('accounts.nav.signIn') }]),
          ]}
        />
        <main id="inhalt" tabIndex={-1}>
          <div className="dec-wrap">{children}</div>
        </main>
        <SiteFooter
          relation={t('page.footer.relation')}
          operator={operatorName ? t('page.footer.operator', { operator: operatorName }) : null}
          navLabel={t('page.footer.label')}
          links={[
            { href: '/impressum', text: t('page.footer.imprint') },
            { href: '/datenschutz', text: t('page.footer.privacy') },
            { href: '/barrierefreiheit', text: t('page.footer.accessibility') },
            { href: '/methode', text: t('page.footer.method') },
          ]}
        />
      </body>
    </html>
  )
}
