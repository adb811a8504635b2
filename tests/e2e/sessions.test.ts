/** A person ends single sessions without scripts, and the server tells its operator. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { emailOf, password, setUpWorkspace, signInHere } from './workspace'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const named = /^Anmeldung vom \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr, beenden$/

/** A browser of Erika's that runs no scripts, on the page of her account. */
async function onAccountPage(): Promise<Page> {
  const page = await (await newPerson(browser, { javaScript: false })).newPage()
  await page.goto(`${site.url}/anmelden`)
  await signInHere(page, 'Erika')
  await page.waitForURL(/arbeitsbereich/)
  await page.goto(`${site.url}/konto`)
  return page
}

test('each session has a button of its own; the own one signs out', async () => {
  await setUpWorkspace(await (await newPerson(browser)).newPage(), site)
  const there = await onAccountPage()
  const here = await onAccountPage()
  const rows = here.getByRole('region', { name: 'Wo Sie angemeldet sind' }).getByRole('listitem')
  expect(await rows.count()).toBe(3)
  expect(await here.getByRole('button', { name: named }).count()).toBe(3)

  // The last used comes first: this browser, then the one before it.
  await rows.nth(1).getByRole('button', { name: named }).click()
  await here.waitForURL(/beendet=eine/)
  expect(await here.getByRole('status').innerText()).toBe('Die Anmeldung ist beendet.')
  expect(await rows.count()).toBe(2)
  await there.reload()
  expect(await there.locator('h1').innerText()).toBe('Anmelden')

  await rows.filter({ hasText: 'dieser Browser' }).getByRole('button', { name: named }).click()
  await here.waitForURL(/abgemeldet=1/)
  await here.goto(`${site.url}/konto`)
  expect(await here.locator('h1').innerText()).toBe('Anmelden')
}, 60_000)

test('who waits is told how long, also without scripts; what was typed is kept but for the password', async () => {
  const page = await (await newPerson(browser, { javaScript: false })).newPage()
  await page.goto(`${site.url}/anmelden`)
  for (let n = 0; n < 11; n += 1) {
    await signInHere(page, 'Erika', 'falsch falsch falsch')
    await page.waitForLoadState()
  }
  expect(await page.title()).toMatch(/^Fehler:/)
  expect(await page.locator('main').innerText()).toMatch(/Der nächste Versuch ist in \d+ (Sekunden?|Minuten?) möglich\./)
  expect(await page.locator('input[name="email"]').inputValue()).toBe(emailOf('Erika'))
}, 60_000)

test('the server has told its operator, and nothing of what was typed', () => {
  const lines = site
    .output()
    .split('\n')
    .filter((line) => line.startsWith('sicherheit '))
  for (const event of ['set-up-redeemed', 'login', 'session-ended', 'logout', 'login-wrong', 'login-slowed']) {
    expect([event, lines.some((line) => line.split(' ')[2] === event)]).toEqual([event, true])
  }
  for (const typed of [emailOf('Erika'), 'Erika', 'Musterstadt', password, 'falsch'])
    expect(lines.join('\n')).not.toContain(typed)
})
