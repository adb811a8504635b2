/** axe (WCAG 2.2 AA) on every page and state; no sideways scrolling at 320 px, which is 400 % zoom on 1280 px. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectAccessible, openFolds, sidewaysScroll, violations } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answerEverything, beginCheck, fillChallengesAndPlace, fillProfile } from '../e2e/fill-check'

let site: Site
let browser: Browser
let person: BrowserContext
let page: Page
const checks: Record<'empty' | 'full', string> = { empty: '', full: '' }

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  person = await newPerson(browser)
  page = await person.newPage()
  checks.full = await beginCheck(page, site.url)
  await fillProfile(page, 'Schwäbisch Beispielhausen an der Langenbeispielach')
  await fillChallengesAndPlace(page, 'Siedlung Nördliche Beispielvorstadt')
  await answerEverything(page)
  checks.empty = await beginCheck(page, site.url)
}, 300_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const publicPages = [
  '/',
  '/fortsetzen',
  '/vorbereiten',
  '/beispiel',
  '/methode',
  '/hilfe',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/gibt-es-nicht',
  '/fehler/throttled',
]
const checkPages = [
  '',
  '/profil',
  '/herausforderungen',
  '/quartier',
  '/frage/schnittstelle',
  '/frage/einbindung-dritter',
  '/frage/schnittstelle/verlauf',
  '/pruefen',
  '/ergebnis',
  '/empfehlung/raeume-ort-finden',
  '/weitergeben',
  '/offene-punkte',
  '/bericht',
  '/loeschen',
]

describe('public pages', () => {
  test.each(publicPages)('%s', (path) => expectAccessible(page, site.url + path), 60_000)
})

describe('pages of a filled check', () => {
  test.each(checkPages)('/check/…%s', (path) => expectAccessible(page, `${site.url}/check/${checks.full}${path}`), 60_000)
})

describe('pages of an empty check', () => {
  test.each(checkPages)('/check/…%s', (path) => expectAccessible(page, `${site.url}/check/${checks.empty}${path}`), 60_000)
})

describe('one long word at 320 px', () => {
  const paths = checkPages.map((path) => `/check/{id}${path}`)
  let id = ''
  beforeAll(async () => {
    id = await beginCheck(page, site.url, 'schnell')
    const save = async (path: string, data: object) => {
      const answer = await page.request.post(`${site.url}/api/assessments/${id}/${path}`, { headers: { origin: site.url }, data })
      expect([path, answer.status()]).toEqual([path, 200])
    }
    await save('place', { name: 'Quartiersentwicklungsgesellschaftsgebietsbezeichnung' })
    const clarifyWith = 'Wirtschaftsförderungsgesellschaftsgeschäftsführung'
    const comment = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'
    const answers = { 'schnittstelle-struktur': { choice: 'unknown', comment, clarifyWith, version: 0 } }
    await save('answers', { factor: 'schnittstelle', formId: 'long', answers })
    await page.goto(`${site.url}/check/${id}/profil`)
    await fillProfile(page, 'Donaudampfschifffahrtsgesellschaftskapitänsstadtverwaltungszentrum')
  }, 60_000)

  test.each(['/', ...paths])('%s', async (path) => {
    await page.goto(`${site.url}${path.replace('{id}', id)}`, { waitUntil: 'networkidle' })
    await openFolds(page)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  })
})

describe('pages with an error', () => {
  test('the profile without its required fields', async () => {
    await page.goto(`${site.url}/check/${checks.empty}/profil`)
    await page.getByRole('button', { name: /^Speichern/ }).click()
    await page.waitForURL(/fehler/)
    expect(await page.title()).toMatch(/^Fehler:/)
    const summary = page.locator('[role="alert"], .dec-error-summary').first()
    const links = summary.locator('a')
    expect(await links.count()).toBeGreaterThanOrEqual(4)
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
      expect(await page.locator(`[id="${href!.slice(1)}"]`).count()).toBe(1)
    }
    expect(await violations(page)).toEqual([])
  }, 60_000)

  test('a code that does not exist', async () => {
    await page.goto(`${site.url}/fortsetzen`)
    await page.locator('input[name="code"]').fill('0000-0000')
    await page
      .locator('form', { has: page.locator('input[name="code"]') })
      .getByRole('button')
      .click()
    await page.waitForURL(/fehler/)
    expect(await violations(page)).toEqual([])
  }, 60_000)
})

describe('by keyboard alone', () => {
  test('a question is answered and left', async () => {
    await page.goto(`${site.url}/check/${checks.empty}/frage/rueckendeckung`, { waitUntil: 'networkidle' })
    const focused = () =>
      page.evaluate(
        () =>
          `${document.activeElement?.tagName} ${(document.activeElement as HTMLInputElement | null)?.name ?? ''} ${document.activeElement?.textContent?.trim().slice(0, 30) ?? ''}`,
      )
    const until = async (wanted: RegExp) => {
      for (let step = 0; step < 80; step += 1) {
        if (wanted.test(await focused())) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`focus never reached ${wanted}: ${await focused()}`)
    }
    await until(/INPUT q\.rueckendeckung-struktur\.choice/)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('input[name="q.rueckendeckung-struktur.choice"][value="1"]').isChecked()).toBe(true)
    await until(/BUTTON .*Speichern und weiter/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/frage\/ressortuebergreifend/)
  }, 60_000)
})
