/** The Übergabeblatt of a workspace is for paper: what a successor has to know is printed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'
import { emailOf } from './workspace'

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  const rounds = await makeRounds(site, [
    { name: 'Erste Runde', year: 2024, choiceOf: () => '' },
    { name: 'Zweite Runde', year: 2026, choiceOf: () => '', open: true },
  ])
  const person = await newPerson(browser, { javaScript: false })
  await rounds.enter(person)
  page = await person.newPage()
  await page.goto(`${site.url}/arbeitsbereich/${rounds.workspaceId}/massnahmen/neu`)
  const typed = { title: 'Ein Raum für alle', lead: 'Jugendamt', dueOn: '30.06.2027' }
  for (const [name, text] of Object.entries(typed)) await page.locator(`input[name="${name}"]`).fill(text)
  await page.locator('select[name="factorId"]').selectOption('raeume')
  await page.locator('form[action$="/measures"] button').click()
  await page.waitForURL(/gespeichert=neu/)
  // Whoever deletes the account is shown the way to the sheet.
  await page.goto(`${site.url}/konto`)
  await page.getByRole('link', { name: 'Übergabeblatt für Musterstadt drucken' }).click()
  await page.waitForURL(/uebergabe/)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('on paper it names the rounds and the coordination, and nothing to press', async () => {
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByRole('region', { name: 'Musterstadt' })
  for (const named of [
    /Ein Raum für alle – Jugendamt, Termin 30\.06\.2027/,
    /Erste Runde.* – abgeschlossen/,
    /Zweite Runde.* – offen/,
    emailOf('Erika'),
  ]) {
    const entries = sheet.getByRole('listitem').filter({ hasText: named })
    expect([named, await entries.count(), await entries.first().isVisible()]).toEqual([named, 1, true])
  }
  expect(await sheet.getByRole('heading').first().isVisible()).toBe(true)
  expect(await page.getByRole('button').count()).toBe(0)
})
