/** The Maßnahmenplan in a browser, with and without scripts: from a recommendation to „erledigt“ in the next round. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { closeDatabase } from '@/lib/db'
import { launchBrowser } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { makeMeasuresScene, type MeasuresScene } from './measures-scene'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await closeDatabase()
  await site.close()
})

let scene: MeasuresScene
let plan: string
beforeAll(async () => {
  scene = await makeMeasuresScene(site)
  plan = `${site.url}/arbeitsbereich/${scene.workspaceId}/massnahmen`
}, 60_000)

const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).click()
  await page.waitForLoadState()
}
const main = (page: Page) => page.locator('main').innerText()

describe.each([true, false])('with scripts: %s', (javaScript) => {
  let otto: BrowserContext
  let page: Page
  beforeAll(async () => {
    otto = await scene.browserOf(browser, 'Otto', { javaScript })
    page = await otto.newPage()
  }, 60_000)
  afterAll(() => otto.close())
  const suffix = javaScript ? 'mit' : 'ohne'

  test('a recommendation becomes a measure; what was typed wrongly is shown again', async () => {
    const recommendation = javaScript ? 'raeume-sichern' : 'raeume-selbst-nutzen'
    await page.goto(`${site.url}/check/${scene.rounds.second}/empfehlung/${recommendation}`)
    await page.getByRole('link', { name: 'In den Maßnahmenplan übernehmen' }).click()
    await page.waitForLoadState()
    const title = await page.locator('[name="title"]').inputValue()
    expect(title).not.toBe('')
    await page.fill('[name="dueOn"]', '31.02.2027')
    await page.fill('[name="lead"]', `Зоя ${suffix}`)
    await press(page, 'In den Maßnahmenplan eintragen')
    expect(await page.title()).toMatch(/^Fehler:/)
    expect(await page.locator('#fehler').innerText()).toContain('Termin: Bitte geben Sie ein Datum')
    expect(await page.locator('[name="lead"]').inputValue()).toBe(`Зоя ${suffix}`)
    await page.fill('[name="dueOn"]', '1.2.2027')
    await press(page, 'In den Maßnahmenplan eintragen')
    expect(await main(page)).toContain('Die Maßnahme ist eingetragen.')
    await page.goto(`${site.url}/check/${scene.rounds.second}/empfehlung/${recommendation}`)
    expect(await page.getByRole('link', { name: title }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'In den Maßnahmenplan übernehmen' }).count()).toBe(0)
  }, 60_000)

  test('a measure of the town’s own needs title and factor, and a reason once it is dropped', async () => {
    await page.goto(plan)
    await page.getByRole('link', { name: 'Eigene Maßnahme eintragen' }).click()
    await page.waitForLoadState()
    await press(page, 'In den Maßnahmenplan eintragen')
    expect(await page.locator('#fehler a').count()).toBe(2)
    await page.fill('[name="title"]', `Eigene, ${suffix}`)
    await page.selectOption('[name="factorId"]', 'netzwerke')
    await page.check('[name="status"][value="verworfen"]')
    await press(page, 'In den Maßnahmenplan eintragen')
    expect(await page.locator('#fehler').innerText()).toContain('warum die Maßnahme verworfen ist')
    await page.fill('[name="reason"]', 'Das leistet der Kreis.')
    await press(page, 'In den Maßnahmenplan eintragen')
    expect(await page.locator('h1').innerText()).toBe(`Eigene, ${suffix}`)
  }, 60_000)

  test('the filters stand in the address; what is late says so in a word', async () => {
    await scene.add({ title: `spät ${suffix}`, lead: `Amt ${suffix}`, dueOn: '2025-01-01' })
    await page.goto(plan)
    await page.selectOption('[name="status"]', 'ueberfaellig')
    await page.selectOption('[name="lead"]', `Amt ${suffix}`)
    await press(page, 'Auswahl anwenden')
    expect(new URL(page.url()).searchParams.get('status')).toBe('ueberfaellig')
    expect(await page.locator('tbody').first().locator('tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^spät.*überfällig/s),
    ])
    expect(await main(page)).toContain('1 Maßnahme, davon 1 überfällig')
    await page.selectOption('[name="status"]', 'erledigt')
    await press(page, 'Auswahl anwenden')
    expect(await main(page)).toContain('Keine Maßnahme passt')
    await page.getByRole('link', { name: 'Alle zeigen' }).click()
    await page.waitForLoadState()
    expect(await main(page)).toContain(`spät ${suffix}`)
  }, 60_000)

  test('two people on one measure: the later one sees both and chooses; both stay in the history', async () => {
    const id = await scene.add({ title: `gemeinsam ${suffix}` })
    const erika = await scene.browserOf(browser, 'Erika', { javaScript })
    const hers = await erika.newPage()
    for (const choice of ['Gespeicherte Fassung behalten', 'Meine Fassung speichern']) {
      await page.goto(`${plan}/${id}`)
      await hers.goto(`${plan}/${id}`)
      await hers.fill('[name="note"]', `Erika schreibt. ${choice}`)
      await press(hers, 'Änderungen speichern')
      await page.fill('[name="note"]', `Otto schreibt. ${choice}`)
      await page.fill('[name="partners"]', `AWO ${choice}`)
      await press(page, 'Änderungen speichern')
      expect(await page.title()).toMatch(/^Fehler:/)
      const both = await page.locator('.dec-conflict').innerText()
      expect(both).toContain(`Erika schreibt. ${choice}`)
      expect(both).toContain(`Otto schreibt. ${choice}`)
      await press(page, choice)
      const winner = choice.startsWith('Meine') ? 'Otto' : 'Erika'
      expect(await page.locator('[name="note"]').inputValue()).toBe(`${winner} schreibt. ${choice}`)
      expect(await page.locator('[name="partners"]').inputValue()).toBe(`AWO ${choice}`)
      const history = await page.locator('.dec-history').innerText()
      expect(history).toContain(`Erika schreibt. ${choice}`)
      expect(history).toContain(`Otto schreibt. ${choice}`)
    }
    await erika.close()
  }, 90_000)

  test('the next round asks what became of each, until there is an answer', async () => {
    const title = `noch offen ${suffix}`
    await scene.add({ title })
    await page.goto(`${site.url}/check/${scene.rounds.second}`)
    expect(await main(page)).toContain(title)
    await page.getByRole('link', { name: 'Stand angeben' }).click()
    await page.waitForLoadState()
    const card = page.locator('li', { has: page.getByRole('heading', { name: title }) })
    await card.locator('[name="status"][value="verworfen"]').check()
    await card.locator('[name="note"]').fill('Kein Träger gefunden.')
    await card.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForLoadState()
    const again = page.locator('li', { has: page.getByRole('heading', { name: title }) })
    expect(await page.locator('#fehler').innerText()).toContain('warum die Maßnahme verworfen ist')
    expect(await again.locator('[name="note"]').inputValue()).toBe('Kein Träger gefunden.')
    await again.locator('[name="status"][value="erledigt"]').check()
    await again.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForLoadState()
    expect(await main(page)).toContain('Der Stand ist gespeichert.')
    expect(await main(page)).not.toContain(title)
    await page.goto(`${site.url}/check/${scene.rounds.second}`)
    expect(await main(page)).not.toContain(title)
  }, 60_000)
})

describe('files', () => {
  test('the table and the Wiedervorlagen are saved under the town’s name', async () => {
    const id = await scene.add({ title: 'Wort; mit "Zeichen"', dueOn: '2027-06-30' })
    const otto = await scene.browserOf(browser, 'Otto')
    const page = await otto.newPage()
    await page.goto(plan)
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    }
    const csv = await save('Tabelle herunterladen (CSV)')
    expect(csv.name).toMatch(/^massnahmenplan_musterstadt_\d{4}-\d{2}-\d{2}\.csv$/)
    expect(csv.text).toMatch(/^\ufeff"Maßnahme";"Ebene";/)
    expect(csv.text).toContain('"Wort; mit ""Zeichen""";"Vor Ort";')
    const ics = await save('Wiedervorlagen herunterladen (ICS)')
    expect(ics.text).toContain(`UID:${id}@`)
    await page.goto(`${plan}/${id}`)
    const one = await save('Wiedervorlage herunterladen (ICS)')
    expect(one.name).toBe('wiedervorlage_wort-mit-zeichen.ics')
    expect(one.text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    await otto.close()
  }, 60_000)
})

describe('who may do what', () => {
  test('who reads finds no form and is refused by the address behind it', async () => {
    const id = await scene.add({ title: 'zum Lesen' })
    const ida = await scene.browserOf(browser, 'Ida')
    const page = await ida.newPage()
    await page.goto(`${plan}/${id}`)
    expect(await page.locator('main form').count()).toBe(0)
    expect(await main(page)).toContain('zum Lesen')
    await page.goto(plan)
    expect(await page.getByRole('link', { name: 'Eigene Maßnahme eintragen' }).count()).toBe(0)
    const data = { title: 'x', factorId: 'raeume', version: 1 }
    const headers = { origin: site.url, accept: 'application/json' }
    const api = `${site.url}/api/workspaces/${scene.workspaceId}/measures`
    expect((await ida.request.post(`${api}/${id}`, { data, headers })).status()).toBe(403)
    await ida.close()
  }, 60_000)

  test('a foreign and an absent address answer the same', async () => {
    const id = await scene.add({ title: 'fremd', dueOn: '2027-01-01' })
    const stranger = await browser.newContext()
    const headers = { accept: 'application/json' }
    const answers = await Promise.all(
      [
        `${scene.workspaceId}/measures.csv`,
        `${scene.workspaceId}/measures.ics`,
        `${scene.workspaceId}/measures/${id}/calendar.ics`,
        `absent/measures.csv`,
        `absent/measures/${id}/calendar.ics`,
      ].map(async (path) => {
        const answer = await stranger.request.get(`${site.url}/api/workspaces/${path}`, { headers })
        return `${answer.status()} ${await answer.text()}`
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^404 /)
    await stranger.close()
  }, 60_000)
})
