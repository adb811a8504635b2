/** Targets without scripts: setting one, being refused, two people at one, who may only read. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'

let site: Site
let browser: Browser
let rounds: Rounds
let page: Page
let other: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  rounds = await makeRounds(site, [
    { name: '2024', year: 2024, choiceOf: () => '3' },
    { name: '2026', year: 2026, choiceOf: (id) => (id.startsWith('raeume') ? '2' : ''), open: true },
  ])
  const pageOf = async (javaScript: boolean) => {
    const person = await newPerson(browser, { javaScript })
    await rounds.enter(person)
    return await person.newPage()
  }
  ;[page, other] = [await pageOf(false), await pageOf(true)]
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const path = () => `${site.url}/arbeitsbereich/${rounds.workspaceId}/ziele`
const item = (on: Page, factor: string) => on.locator(`#ziel-${factor}`)
async function fill(on: Page, factor: string, given: Record<string, string>) {
  const own = item(on, factor)
  if (!(await own.locator('details').evaluate((fold) => (fold as HTMLDetailsElement).open))) {
    await own.locator('summary').click()
  }
  for (const [name, value] of Object.entries(given)) await own.locator(`[name="${name}"]`).fill(value)
  await own.getByRole('button', { name: 'Ziel speichern' }).click()
  await on.waitForLoadState()
}

describe('targets', () => {
  test('stand beside the last known state of every factor', async () => {
    await page.goto(path())
    expect(await page.locator('.dec-target').count()).toBe(23)
    const room = await item(page, 'raeume').innerText()
    expect(room).toContain('im Aufbau („2026“)')
    expect(room).toContain('Ziel noch nicht erreicht')
    expect(await item(page, 'strategie').innerText()).toContain('etabliert („2024“)')
    expect(await page.locator('main').innerText()).toContain('Bei 22 von 23 bewertbaren Erfolgsfaktoren ist das Ziel erreicht.')
  })

  test('a refused form says what is wrong and keeps what was typed', async () => {
    await fill(page, 'raeume', { value: '40', dueOn: 'bald' })
    expect(page.url()).toContain('fehler=1')
    expect(await page.title()).toMatch(/^Fehler:/)
    expect(await page.locator('#fehler a').allInnerTexts()).toEqual([
      'Ziel: Bitte geben Sie eine ganze Zahl von 50 bis 75 ein.',
      'Erreicht bis: Bitte geben Sie ein Datum mit Tag, Monat und Jahr an, zum Beispiel 31.12.2027.',
      'Begründung: Bitte begründen Sie, warum das Ziel unter 75 Punkten liegt.',
    ])
    expect(await item(page, 'raeume').locator('[name="dueOn"]').inputValue()).toBe('bald')
    await fill(page, 'raeume', { value: '50', dueOn: '31.12.2027' })
    expect(await page.locator('#fehler a').allInnerTexts()).toEqual([expect.stringContaining('Bitte begründen Sie')])
  })

  test('a lowered target is saved with its reason and stands in the round and beside its question', async () => {
    await fill(page, 'raeume', { reason: 'Der Neubau beginnt erst 2028.' })
    expect(page.url()).toContain('gespeichert=raeume')
    const room = await item(page, 'raeume').innerText()
    expect(room).toContain('Das Ziel ist gespeichert.')
    expect(room).toContain('im Aufbau (50 Punkte), bis 31.12.2027')
    expect(room).toContain('Der Neubau beginnt erst 2028.')
    expect(room).toContain('Ziel erreicht')
    await page.goto(`${site.url}/check/${rounds.ids[1]}/frage/raeume`)
    expect(await page.locator('main').innerText()).toContain('im Aufbau (50 Punkte), bis 31.12.2027')
  })

  test('two people at one target: the later one sees both and chooses', async () => {
    await page.goto(path())
    await other.goto(path())
    await fill(other, 'strategie', { value: '70', reason: 'Rat will erst den Haushalt sehen.' })
    await other.waitForURL(/gespeichert/)
    await fill(page, 'strategie', { value: '60', reason: 'Personalwechsel' })
    expect(await page.locator('#fehler').innerText()).toContain('Das Ziel wurde inzwischen an anderer Stelle geändert.')
    const both = item(page, 'strategie')
    expect(await both.locator('.dec-conflict').innerText()).toContain('Rat will erst den Haushalt sehen.')
    expect(await both.locator('[name="reason"]').inputValue()).toBe('Personalwechsel')
    await both.getByRole('button', { name: 'Ziel speichern' }).click()
    expect(await both.innerText()).toContain('etabliert (60 Punkte)')
  })
})
