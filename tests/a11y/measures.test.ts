/** axe (WCAG 2.2 AA) on the pages of the Maßnahmenplan; no sideways scrolling at 320 px; by keyboard alone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { closeDatabase } from '@/lib/db'
import { changeMeasure } from '@/lib/measures/service'
import { makeMeasuresScene, type MeasuresScene } from '../e2e/measures-scene'
import { measureFields } from '../factories/measure'
import { launchBrowser } from '../setup/browser'
import { startSite, type Site } from '../setup/site'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site: Site
let browser: Browser
let scene: MeasuresScene
let otto: BrowserContext
let page: Page
let plan: string
let measure: string

const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'
const fields = {
  factorId: 'raeume',
  title: `Fester Ort für die ${longWord}`,
  lead: 'Wirtschaftsförderungsgesellschaftsgeschäftsführung',
  dueOn: '2026-01-31',
  resolutionNumber: '2026/114',
  note: `${longWord} ${longWord}`,
}

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  scene = await makeMeasuresScene(site)
  plan = `${site.url}/arbeitsbereich/${scene.workspaceId}/massnahmen`
  otto = await scene.browserOf(browser, 'Otto')
  page = await otto.newPage()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await closeDatabase()
  await site.close()
})

/** Violations with the first element of each. axe is evaluated, so the page's policy stays strict. */
async function violations(on: Page): Promise<string[]> {
  await on.evaluate(axeSource)
  const results = await on.evaluate(
    (wanted) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: wanted }),
    tags,
  )
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html.slice(0, 200)}`)
}

async function expectAccessible(on: Page = page): Promise<void> {
  await on.waitForLoadState('networkidle')
  expect(await on.locator('h1').count()).toBe(1)
  expect(await violations(on)).toEqual([])
  await on.setViewportSize({ width: 320, height: 640 })
  expect(
    await on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
  await on.setViewportSize({ width: 1280, height: 900 })
}

describe('the Maßnahmenplan', () => {
  test('before there is a measure', async () => {
    await page.goto(plan)
    await expectAccessible()
    measure = await scene.add(fields, undefined, { roundId: scene.rounds.first, measureId: 'raeume-ort-finden' })
  }, 60_000)

  test.each([
    ['', 'the table'],
    ['?status=erledigt&level=vor-ort', 'a filter that lets nothing through'],
    ['/neu', 'a new measure'],
    ['/neu?runde={round}&empfehlung=raeume-ort-finden', 'a recommendation that is in the plan already'],
    ['/stand?runde={round}', 'what a round asks'],
    ['/{measure}', 'one measure'],
  ])(
    '%s: %s',
    async (path) => {
      await page.goto(`${plan}${path.replace('{round}', scene.rounds.second).replace('{measure}', measure)}`)
      await expectAccessible()
    },
    60_000,
  )

  test('refused forms, with every error linked to its field', async () => {
    await page.goto(`${plan}/neu`)
    await page.fill('[name="dueOn"]', 'bald')
    await page.check('[name="status"][value="verworfen"]')
    await page.getByRole('button', { name: 'In den Maßnahmenplan eintragen' }).click()
    await page.waitForURL(/fehler/)
    const links = page.locator('#fehler a')
    expect(await links.count()).toBe(4)
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
      expect(await page.locator(`[id="${href!.slice(1)}"]`).count()).toBe(1)
    }
    await expectAccessible()
    await page.goto(`${plan}/stand?runde=${scene.rounds.second}`)
    await page.check('[name="status"][value="verworfen"]')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForURL(/fehler/)
    const [href] = await page.locator('#fehler a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(await page.locator(`[id="${href!.slice(1)}"]`).count()).toBe(1)
    await expectAccessible()
  }, 60_000)

  test('two versions of one measure', async () => {
    await page.goto(`${plan}/${measure}`)
    const edit = { fields: measureFields({ ...fields, note: 'Erikas Fassung' }), version: 1 }
    await changeMeasure(scene.erika, scene.workspaceId, measure, edit, new Date())
    await page.fill('[name="note"]', `Ottos ${longWord}`)
    await page.getByRole('button', { name: 'Änderungen speichern' }).click()
    await page.waitForURL(/fehler/)
    expect(await page.locator('.dec-conflict').count()).toBe(1)
    await expectAccessible()
    await page.getByRole('button', { name: 'Gespeicherte Fassung behalten' }).click()
    await page.waitForURL(/gespeichert/)
    await expectAccessible()
  }, 60_000)

  test.each(['', '/empfehlung/raeume-ort-finden', '/empfehlung/raeume-sichern'])(
    'the round’s page %s',
    async (path) => {
      await page.goto(`${site.url}/check/${scene.rounds.second}${path}`)
      await expectAccessible()
    },
    60_000,
  )

  test('for who reads only', async () => {
    const ida = await scene.browserOf(browser, 'Ida')
    const hers = await ida.newPage()
    for (const path of ['', `/${measure}`, '/neu', `/stand?runde=${scene.rounds.second}`]) {
      await hers.goto(`${plan}${path}`)
      await expectAccessible(hers)
    }
    await ida.close()
  }, 60_000)

  test('the state of a measure is given by keyboard alone', async () => {
    await page.goto(`${plan}/stand?runde=${scene.rounds.second}`, { waitUntil: 'networkidle' })
    const until = async (wanted: string) => {
      for (let step = 0; step < 60; step += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`focus never reached ${wanted}`)
    }
    await until('[name="status"]')
    await page.keyboard.press('ArrowRight')
    await until('main button')
    await page.keyboard.press('Enter')
    await page.waitForURL(/gespeichert/)
    expect(await page.locator('main').innerText()).toContain('Der Stand ist gespeichert.')
  }, 60_000)
})
