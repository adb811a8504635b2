/** Tab leads through every page of accounts, workspaces and rounds, from its first stop to its last; each stop is seen. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { tabThrough } from '../e2e/keyboard-steps'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'

let site: Site
let browser: Browser
let rounds: Rounds
let page: Page
let guest: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  rounds = await makeRounds(
    site,
    [
      { name: '2024', year: 2024, choiceOf: () => '2' },
      { name: '2026', year: 2026, choiceOf: (_, index) => (index % 9 === 2 ? '' : String(index % 5)), open: true },
    ],
    [{ title: 'Ladenlokal anmieten', factorId: 'raeume', doneOn: '2025-03-12' }],
  )
  const person = await newPerson(browser)
  await rounds.enter(person)
  page = await person.newPage()
  guest = await (await newPerson(browser)).newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Skip link, brand, the site's navigation and the footer are on each page; the rest is its own. */
async function expectWalkable(on: Page, path: string): Promise<void> {
  const answer = await on.goto(site.url + path, { waitUntil: 'networkidle' })
  expect([path, answer?.status()]).toEqual([path, 200])
  const stops = await tabThrough(on)
  expect(stops[0]).toContain('Zum Inhalt')
  expect(stops.length).toBeGreaterThan(9)
}

describe('the workspace', () => {
  test.each([
    '',
    '/neu',
    '/verlauf',
    '/vergleich',
    '/ziele',
    '/massnahmen',
    '/massnahmen/neu',
    '/mitglieder',
    '/uebergabe',
    '/einstellungen',
  ])('%s', (path) => expectWalkable(page, `/arbeitsbereich/${rounds.workspaceId}${path}`), 60_000)
})

describe('a round', () => {
  test.each(['', '/frage/raeume', '/pruefen', '/abschluss', '/ergebnis', '/bericht'])(
    'open: %s',
    (path) => expectWalkable(page, `/check/${rounds.ids[1]}${path}`),
    60_000,
  )
  test.each(['', '/frage/raeume', '/abschluss'])(
    'closed: %s',
    (path) => expectWalkable(page, `/check/${rounds.ids[0]}${path}`),
    60_000,
  )
})

describe('accounts', () => {
  test.each(['/konto', '/arbeitsbereich'])('%s', (path) => expectWalkable(page, path), 60_000)
  test.each(['/anmelden', '/einladung', '/passwort', '/einrichten'])('%s', (path) => expectWalkable(guest, path), 60_000)
})
