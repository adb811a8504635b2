/** Without JavaScript: a form that was saved in another tab, or by somebody else, since it was shown. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { closeDatabase } from '@/lib/db'
import { launchBrowser } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answer, saveAndContinue } from './fill-check'
import { makeMeasuresScene, type MeasuresScene } from './measures-scene'

let site: Site
let browser: Browser
let scene: MeasuresScene
let context: BrowserContext

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  scene = await makeMeasuresScene(site)
  context = await scene.browserOf(browser, 'Erika', { javaScript: false })
  // An answer that leads to the recommendation.
  const page = await context.newPage()
  await page.goto(check('frage/raeume'))
  for (const part of ['struktur', 'praxis']) await answer(page, `raeume-${part}`, '0')
  await saveAndContinue(page)
  await page.close()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await closeDatabase()
})

const check = (rest: string) => `${site.url}/check/${scene.rounds.second}/${rest}`
const typeInto = (form: string, name: string) => (page: Page, text: string) =>
  page.locator(`form[action$="${form}"] [name="${name}"]`).fill(text)
const choose = (form: string, name: string, values: readonly string[]) => async (page: Page, text: string) => {
  for (const value of values) {
    await page.locator(`form[action$="${form}"] [name="${name}"][value="${value}"]`).setChecked(text.includes(value))
  }
}

/** Other fields of a form may be refused as well: this is what is said of the whole. */
const refused = 'Seit diese Seite angezeigt wurde, hat jemand anderes sie gespeichert'
const text = (page: Page) => page.locator('main').innerText()
const challenges = ['konzentration', 'ressentiments'] as const
const forms = [
  ['Quartier', () => check('quartier'), '/place', typeInto('/place', 'name'), 'Nordviertel am Hafen', 'Nordviertel am Kanal'],
  ['Profil', () => check('profil'), '/profile', typeInto('/profile', 'name'), 'Musterstadt am Hafen', 'Musterstadt am Kanal'],
  [
    'Einstellungen',
    () => `${site.url}/arbeitsbereich/${scene.workspaceId}/einstellungen`,
    '/profile',
    typeInto('/profile', 'name'),
    'Musterstadt an der Linde',
    'Musterstadt an der Eiche',
  ],
  ['Deckblatt', () => check('bericht'), '/details', typeInto('/details', 'answeredBy'), 'Jugendamt', 'Sozialamt'],
  [
    'Empfehlung',
    () => check('empfehlung/raeume-ort-finden'),
    '/decisions',
    typeInto('/decisions', 'reason'),
    'Der Saal ist da.',
    'Das Geld fehlt.',
  ],
  [
    'Herausforderungen',
    () => check('herausforderungen'),
    '/challenges',
    choose('/challenges', 'challenges', challenges),
    ...challenges,
  ],
] as const

describe('saved since the page was shown', () => {
  test.each(forms)(
    '„%s“ says so with both, and takes the later one when it is sent again',
    async (_, address, form, fill, one, other) => {
      const send = async (page: Page) => {
        await page.locator(`form[action$="${form}"] button`).first().click()
        await page.waitForLoadState()
      }
      const [first, second] = [await context.newPage(), await context.newPage()]
      for (const page of [first, second]) await page.goto(address())
      for (const page of form === '/decisions' ? [first, second] : []) {
        await page.locator('[name="decision"][value="spaeter"]').check()
      }
      await fill(first, one)
      await send(first)
      expect(await text(first)).not.toContain(refused)
      await fill(second, other)
      await send(second)
      expect(second.url()).toContain('fehler=1')
      expect(await second.title()).toMatch(/^Fehler:/)
      expect(await second.locator('#fehler').innerText()).toContain(refused)
      const stored = await second.locator('#gespeichert').innerText()
      expect(stored).toContain('Das steht inzwischen dort')
      if (form !== '/challenges') expect(stored).toContain(one)
      await send(second)
      expect(await text(second)).not.toContain(refused)
      await second.goto(address())
      if (form === '/challenges') expect(await second.locator(`[value="${other}"]`).isChecked()).toBe(true)
      else expect(await second.locator(`form[action$="${form}"]`).innerHTML()).toContain(other)
      await first.close()
      await second.close()
    },
    60_000,
  )
})
