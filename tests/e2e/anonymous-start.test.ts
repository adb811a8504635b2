/** ANONYMOUS_START=off: nothing begins without an account; what was begun before stays open. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectAccessible } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { beginCheck } from './fill-check'
import { setUpWorkspace } from './workspace'

/** As an operator would set it on a site that is used already. */
const off = { ANONYMOUS_START: 'off' }
let site: Site
let browser: Browser
let person: BrowserContext
let page: Page
let before: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  person = await newPerson(browser)
  page = await person.newPage()
  before = await beginCheck(page, site.url)
  await site.stop()
  await site.start(off)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const checks = () => page.locator('form[action="/api/assessments"]').count()

describe('ANONYMOUS_START=off', () => {
  test('the start page leads to the workspace and offers no check without an account', async () => {
    await expectAccessible(page, site.url)
    expect(await checks()).toBe(0)
    expect(await page.locator('main').innerText()).toContain('Sie beginnen ihn nach der Anmeldung.')
    await page.getByRole('link', { name: 'Zum Arbeitsbereich' }).first().click()
    await page.waitForURL(/arbeitsbereich/)
    expect(await page.locator('h1').innerText()).toBe('Anmelden')
    expect(await page.locator('main').innerText()).not.toContain('brauchen Sie keine Anmeldung')
  })

  test.each([
    ['a check', '/api/assessments', 'mode=voll'],
    ['a saved state', '/api/import', ''],
  ])('%s is refused in words', async (_, path, body) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await person.request.post(`${site.url}${path}`, {
      headers: { origin: site.url, ...type },
      data: body,
    })
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([403, '/fehler/start-with-account'])
    expect(await answer.text()).toContain('Hier beginnt ein Check mit einer Anmeldung')
  })

  test('what was begun before stays open in its browser, and may be taken into a workspace', async () => {
    expect((await page.goto(`${site.url}/check/${before}`))?.status()).toBe(200)
    const workspace = await setUpWorkspace(page, site)
    await page.goto(`${site.url}/arbeitsbereich/${workspace}/neu`)
    expect(await page.locator('form[action$="/claim"]').count()).toBe(1)
  }, 60_000)
})
