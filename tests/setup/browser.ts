/** Debian's Chromium, driven by Playwright. */
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

/** Starts a browser; `CHROMIUM` names it (`npm test` finds or installs one). */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

export interface PersonOptions {
  readonly javaScript?: boolean
  readonly width?: number
  readonly height?: number
}

/** A person with an own browser: no cookies, German, in Berlin. */
export function newPerson(
  browser: Browser,
  { javaScript = true, width = 1280, height = 900 }: PersonOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  })
}
