/** Comparing rounds without scripts: choosing two, reading why, the course, and what is not there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'

let site: Site
let browser: Browser
let rounds: Rounds
let page: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  rounds = await makeRounds(
    site,
    [
      { name: '2022', year: 2022, mode: 'schnell', choiceOf: () => '1' },
      { name: '2024', year: 2024, choiceOf: () => '2', commentOf: (id) => (id === 'raeume-struktur' ? 'Nur mittwochs' : '') },
      {
        name: '2026',
        year: 2026,
        choiceOf: (id) => (id.startsWith('raeume') ? '4' : id === 'strategie-praxis' ? 'unknown' : '2'),
        commentOf: (id) => (id === 'raeume-struktur' ? 'Ladenlokal gemietet' : ''),
        profile: { einwohner: '43100', 'einwohner.year': '2026', 'einwohner.source': 'Melderegister' },
        open: true,
      },
    ],
    [
      { title: 'Ladenlokal anmieten', factorId: 'raeume', doneOn: '2025-03-12' },
      { title: 'Vor dem Zeitraum', factorId: 'raeume', doneOn: '2024-12-31' },
    ],
  )
  const person = await newPerson(browser, { javaScript: false })
  await rounds.enter(person)
  page = await person.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const open = (path: string) => page.goto(`${site.url}/arbeitsbereich/${rounds.workspaceId}/${path}`)
const text = () => page.locator('main').innerText()

describe('two rounds', () => {
  test('are the two latest at first; the page says what moved and why', async () => {
    await open('vergleich')
    expect(await page.title()).toMatch(/^Vergleich: 2024 und 2026/)
    expect(await page.locator('h1').innerText()).toBe(
      'Am stärksten verändert hat sich die Ebene „Vor Ort“: Dort liegen Antworten höher als davor.',
    )
    const all = await text()
    expect(all).toContain('45 Fragen sind vergleichbar')
    expect(all).toContain('„2026“ ist noch offen.')
    const moved = await page.locator('#bewegt').innerText()
    expect(moved).toContain('Räume und Anlaufstelle: von „im Aufbau“ zu „verankert“.')
    expect(moved).toContain('Nur mittwochs')
    expect(moved).toContain('Ladenlokal gemietet')
    expect(await page.locator('#durchgaenge').innerText()).toMatch(/Einwohner.*\t42\.300 Personen\t43\.100 Personen/)
    expect(moved).toContain('In dieser Zeit dazu erledigt: Ladenlokal anmieten (12.03.2025)')
    expect(moved).not.toContain('Vor dem Zeitraum')
    expect(moved).toContain('Bei keinem Erfolgsfaktor liegt die Praxis niedriger.')
  })

  test('can be chosen, in any order; the earlier one stands first', async () => {
    await open('vergleich')
    await page.getByLabel('Durchgang', { exact: true }).selectOption(rounds.ids[1]!)
    await page.getByLabel('Verglichen mit').selectOption(rounds.ids[0]!)
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    await page.waitForURL(/von=/)
    expect(await page.title()).toMatch(/^Vergleich: 2022 und 2024/)
    expect(await text()).toContain('„2022“ ist ein Schnellcheck, „2024“ ein vollständiger Check.')
    const town = page.getByRole('article', { name: 'Rathaus' })
    expect(await town.innerText()).toContain('8 von 16 Fragen sind vergleichbar. Das reicht nicht für einen Vergleich der Ebene.')
    // The path of a slope has an L; bands, marks and the axis have none of their colour.
    expect(await town.locator('path[stroke="#003041"][d*="L"]:not([stroke-width="1.4"])').count()).toBe(0)
  })

  test('the same one twice asks for another', async () => {
    await open(`vergleich?von=${rounds.ids[0]}&bis=${rounds.ids[0]}`)
    expect(await text()).toContain('Bitte wählen Sie zwei verschiedene Durchgänge.')
  })

  test('a round that is not there, a workspace that is not there: the same page', async () => {
    const shown = async (path: string) => {
      await page.goto(`${site.url}/arbeitsbereich/${path}`)
      return [new URL(page.url()).pathname, await page.locator('h1').innerText()]
    }
    const absent = await shown(`gibt-es-nicht/vergleich`)
    expect(absent[0]).toBe('/fehler/not-found')
    expect(await shown(`${rounds.workspaceId}/vergleich?von=gibt-es-nicht&bis=${rounds.ids[1]}`)).toEqual(absent)
    expect(await shown('gibt-es-nicht/verlauf')).toEqual(absent)
  })
})

describe('the course', () => {
  test('shows every round; a step leads to its comparison', async () => {
    await open('verlauf')
    const all = await text()
    expect(all).toContain('3 Durchgänge, von „2022“ bis „2026“.')
    expect(all).toContain('Von „2022“ zu „2024“ ist keine Linie gezogen: 8 von 16 Fragen sind vergleichbar.')
    expect(all).toContain('Erledigt: Ladenlokal anmieten (12.03.2025)')
    expect(all).toContain('Erledigt: Vor dem Zeitraum (31.12.2024)')
    const chart = page.getByRole('img', {
      name: /^Vor Ort im Verlauf: 2022: punktuell; 2024: im Aufbau; 2026: .*vergleichbar mit dem vorigen/,
    })
    expect(await chart.count()).toBe(1)
    await page.getByRole('link', { name: '„2022“ und „2024“ vergleichen' }).click()
    await page.waitForURL(/vergleich\?von=/)
    expect(await page.title()).toMatch(/^Vergleich: 2022 und 2024/)
  })
})
