/** The result page of a later round: what changed since the last time. A first round has no such section. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'
import { beginCheck } from './fill-check'

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
      { name: '2024', year: 2024, choiceOf: () => '1', commentOf: (id) => (id === 'raeume-struktur' ? 'Nur mittwochs' : '') },
      {
        name: '2026',
        year: 2026,
        choiceOf: (id) => (id.startsWith('raeume') ? '4' : id === 'netzwerke-struktur' ? '0' : '1'),
        commentOf: (id) => (id === 'raeume-struktur' ? 'Ladenlokal gemietet' : ''),
      },
    ],
    [{ title: 'Ladenlokal anmieten', factorId: 'raeume', doneOn: '2025-03-12' }],
  )
  const person = await newPerson(browser, { javaScript: false })
  await rounds.enter(person)
  page = await person.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const open = (id: string) => page.goto(`${site.url}/check/${id}/ergebnis`)
const section = () => page.locator('#seither')

describe('a second round, closed', () => {
  test('shows what moved, what became of the measures, and new priorities', async () => {
    await open(rounds.ids[1]!)
    const text = await section().innerText()
    for (const words of [
      'Seit dem letzten Mal',
      'Von „2024“ (abgeschlossen am 23.11.2024) zu „2026“ (abgeschlossen am 23.11.2026)',
      'Zusammen höher: Praxis höher, Wissen gleich, Fragebogen gleich.',
      'Räume und Anlaufstelle: von „punktuell“ zu „verankert“.',
      'Netzwerke und Ehrenamt tragfähig: von „punktuell“ zu „am Anfang“.',
      'Nur mittwochs',
      'Ladenlokal gemietet',
      'erledigt am 12.03.2025',
      'Nicht mehr unter den ersten',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toMatch(/\d Punkt/)
    const contents = page.getByRole('navigation').getByRole('link', { name: 'Seit dem letzten Mal', includeHidden: true })
    expect(await contents.first().getAttribute('href')).toBe('#seither')
  })

  test('leads to the comparison of these two rounds and to the Maßnahmenplan', async () => {
    await open(rounds.ids[1]!)
    await section().getByRole('link', { name: 'Zum Maßnahmenplan' }).click()
    await page.waitForURL(`${site.url}/arbeitsbereich/${rounds.workspaceId}/massnahmen`)
    expect(await page.locator('h1').innerText()).toBe('Maßnahmenplan')
    await open(rounds.ids[1]!)
    await section().getByRole('link', { name: 'Alle Einzelheiten im Vergleich ansehen' }).click()
    await page.waitForURL(/vergleich\?von=/)
    expect(await page.title()).toMatch(/^Vergleich: 2024 und 2026/)
  })
})

test('a first round and a check without an account have no such section', async () => {
  await open(rounds.ids[0]!)
  expect(await page.locator('#schluss').count()).toBe(1)
  expect(await section().count()).toBe(0)
  const stranger = await (await newPerson(browser, { javaScript: false })).newPage()
  const id = await beginCheck(stranger, site.url)
  await stranger.goto(`${site.url}/check/${id}/ergebnis`)
  expect(await stranger.locator('h1').count()).toBe(1)
  expect(await stranger.locator('#seither').count()).toBe(0)
})
