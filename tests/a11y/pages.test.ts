/** axe (WCAG 2.2 AA) on every page and state; no sideways scrolling at 320 px, which is 400 % zoom on 1280 px. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answerEverything, beginCheck, fillChallengesAndPlace, fillProfile } from '../e2e/fill-check'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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

/** Violations with the first element of each, as text one can act on. axe is evaluated, so the page's policy stays strict. */
async function violations(): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(
    (wanted) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: wanted }),
    tags,
  )
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html.slice(0, 200)}`)
}

const openFolds = () =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

async function sidewaysScroll(): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 })
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return excess
}

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
  '/pruefen',
  '/ergebnis',
  '/empfehlung/raeume-ort-finden',
  '/weitergeben',
  '/offene-punkte',
  '/bericht',
  '/loeschen',
]

async function expectAccessible(path: string): Promise<void> {
  await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await violations()).toEqual([])
  await openFolds()
  expect(await violations()).toEqual([])
  expect(await sidewaysScroll()).toBeLessThanOrEqual(0)
}

describe('public pages', () => {
  test.each(publicPages)('%s', (path) => expectAccessible(path), 60_000)
})

describe('pages of a filled check', () => {
  test.each(checkPages)('/check/…%s', (path) => expectAccessible(`/check/${checks.full}${path}`), 60_000)
})

describe('pages of an empty check', () => {
  test.each(checkPages)('/check/…%s', (path) => expectAccessible(`/check/${checks.empty}${path}`), 60_000)
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
    await openFolds()
    expect(await sidewaysScroll()).toBeLessThanOrEqual(0)
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
    expect(await violations()).toEqual([])
  }, 60_000)

  test('a code that does not exist', async () => {
    await page.goto(`${site.url}/fortsetzen`)
    await page.locator('input[name="code"]').fill('0000-0000')
    await page
      .locator('form', { has: page.locator('input[name="code"]') })
      .getByRole('button')
      .click()
    await page.waitForURL(/fehler/)
    expect(await violations()).toEqual([])
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
