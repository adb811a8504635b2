/** The pages of rounds: begun, closed, opened again, taken over, to be moved to a newer version; with long names. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { answer, beginCheck, fillChallengesAndPlace, fillProfile, saveAndContinue } from '../e2e/fill-check'
import { contentWithNextVersion, copyOfContent } from '../factories/next-version'
import { expectAccessible, expectTiedErrors, violations } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeMembers } from '../setup/members'
import { startSite, type Site } from '../setup/site'

const longName = 'Quartiersentwicklungsgesellschaftsgebietsbezeichnung 2024'
const before = copyOfContent()
const after = contentWithNextVersion()
let site: Site
let browser: Browser
let page: Page
let workspaceId: string
let closed: string
let open: string

const press = (name: string) => page.getByRole('button', { name }).click()

beforeAll(async () => {
  site = await startSite({ CONTENT_DIR: before })
  browser = await launchBrowser()
  const members = await makeMembers(site, 'Schwäbisch Beispielhausen an der Langenbeispielach', {})
  workspaceId = members.workspaceId
  const person = await newPerson(browser)
  page = await person.newPage()
  closed = await beginCheck(page, site.url)
  await fillProfile(page)
  await fillChallengesAndPlace(page)
  for (const factor of ['raeume', 'transparenz']) {
    await page.goto(`${site.url}/check/${closed}/frage/${factor}`)
    for (const part of ['struktur', 'praxis']) await answer(page, `${factor}-${part}`, '2')
    await saveAndContinue(page)
  }
  await beginCheck(page, site.url, 'schnell')
  await members.enter(person, 'Erika')
  await page.goto(`${site.url}/arbeitsbereich/${workspaceId}/neu`)
  await page.locator(`input[name="check"][value="${closed}"]`).check()
  await page.locator('#uebernahme-name').fill(longName)
  await press('In den Arbeitsbereich übernehmen')
  await page.waitForURL(/\/check\/[\w-]+$/)
  await page.goto(`${site.url}/check/${closed}/abschluss`)
  await press('Durchgang jetzt abschließen')
  await page.getByRole('heading', { name: 'Abgeschlossener Durchgang' }).waitFor()
  await page.goto(`${site.url}/arbeitsbereich/${workspaceId}/neu`)
  await press('Durchgang beginnen')
  await page.waitForURL(/\/check\/[\w-]+$/)
  open = page.url().split('/').at(-1)!
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  for (const root of [before, after]) rmSync(root, { recursive: true, force: true })
})

const pages = [
  '',
  '/profil',
  '/herausforderungen',
  '/quartier',
  '/frage/raeume',
  '/pruefen',
  '/bericht',
  '/weitergeben',
  '/abschluss',
]

test('a new round', () => expectAccessible(page, `${site.url}/arbeitsbereich/${workspaceId}/neu`), 60_000)

test('a new round and a claim, refused', async () => {
  for (const [field, button] of [
    ['#feld-name', 'Durchgang beginnen'],
    ['#uebernahme-name', 'In den Arbeitsbereich übernehmen'],
  ] as const) {
    await page.goto(`${site.url}/arbeitsbereich/${workspaceId}/neu`)
    await page.locator(field).fill('')
    await press(button)
    await page.waitForURL(/fehler=1/)
    expect(await page.title()).toMatch(/^Fehler:/)
    expect(await page.locator('[role="alert"] a').getAttribute('href')).toBe(field)
    expect(await page.locator(field).getAttribute('aria-invalid')).toBe('true')
    await expectTiedErrors(page)
    expect(await violations(page)).toEqual([])
  }
}, 60_000)

describe('a closed round', () => {
  test.each([...pages, '/ergebnis', '/empfehlung/raeume-ort-finden'])(
    '/check/…%s',
    async (path) => {
      await expectAccessible(page, `${site.url}/check/${closed}${path}`)
      expect(await page.locator('main').innerText()).toContain('abgeschlossen am')
    },
    60_000,
  )
})

describe('a round with answers to be confirmed', () => {
  test.each(pages)('/check/…%s', (path) => expectAccessible(page, `${site.url}/check/${open}${path}`), 60_000)
})

test(
  'the way to the newest version, when there is none',
  () => expectAccessible(page, `${site.url}/check/${open}/umstellung`),
  60_000,
)

describe('with a newer version of the questionnaire', () => {
  let newer: Site
  beforeAll(async () => {
    await site.stop()
    newer = await startSite({ CONTENT_DIR: after, DATA_DIR: site.dataDir })
  }, 60_000)
  afterAll(async () => {
    await newer.close()
    await site.start()
  }, 60_000)

  test.each([
    ['its notice', () => `/check/${open}`, 'Es gibt eine neue Fassung des Fragebogens: 1.1.0'],
    ['the preview for an open round', () => `/check/${open}/umstellung`, 'Jetzt zu Fassung 1.1.0 wechseln'],
    ['the preview for a closed round', () => `/check/${closed}/umstellung`, 'Durchgang mit Fassung 1.1.0 beginnen'],
    ['a new round from an older version', () => `/arbeitsbereich/${workspaceId}/neu?aus=${closed}`, 'Vorschau für'],
  ])(
    '%s',
    async (_, path, shown) => {
      await expectAccessible(page, newer.url + path())
      expect(await page.locator('main').innerText()).toContain(shown)
    },
    60_000,
  )
})
