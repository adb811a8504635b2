/** `npm run demo` in the browser: it says on every page what it is, and shows years of a town. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectAccessible } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { demoPeople, type DemoRun, startDemo } from '../setup/demo-site'
import { startSite } from '../setup/site'
import { readPdf } from './pdf-reader'

const banner = 'Demonstration: Die Kommune und alle ihre Antworten sind erfunden.'
const mark = 'Demonstration – erfundene Kommune'
const dataDir = mkdtempSync(join(tmpdir(), 'dec-demo-'))
let demo: DemoRun
let browser: Browser
let person: BrowserContext
let page: Page
let workspace: string

beforeAll(async () => {
  demo = await startDemo(dataDir)
  browser = await launchBrowser()
  person = await newPerson(browser, { javaScript: false })
  page = await person.newPage()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const bannerText = () => page.getByRole('banner').innerText()

describe('before signing in', () => {
  test.each([
    ['', 200],
    ['beispiel', 200],
    ['anmelden', 200],
    ['gibt-es-nicht', 404],
    ['check/gibt-es-nicht', 404],
    ['fehler/throttled', 429],
  ])('/%s (%i) says that it is a demonstration', async (path, status) => {
    const answer = await page.goto(`${demo.url}/${path}`)
    expect(answer?.status()).toBe(status)
    expect(await bannerText()).toContain(banner)
  })

  test('the blank questionnaire says so on each page', async () => {
    const pdf = await readPdf(await (await person.request.get(`${demo.url}/api/questionnaire`)).body())
    expect(pdf.pageTexts.filter((text) => !text.includes(mark))).toEqual([])
  })

  test('the bar is reachable and fits a narrow screen', async () => {
    const scripted = await (await newPerson(browser)).newPage()
    await expectAccessible(scripted, `${demo.url}/`)
  })
})

describe('signed in as printed at the start', () => {
  beforeAll(async () => {
    const { email, password } = demoPeople(dataDir)[0]!
    await page.goto(`${demo.url}/anmelden`)
    const form = page.locator('form[action="/api/session"]')
    await form.locator('input[name="email"]').fill(email)
    await form.locator('input[name="password"]').fill(password)
    await form.locator('button').click()
    await page.goto(`${demo.url}/arbeitsbereich`)
    await page.getByRole('link', { name: 'Musterstadt an der Beispiel' }).click()
    await page.waitForURL(/\/arbeitsbereich\/[^/]+$/)
    workspace = page.url()
  })

  test('three rounds are there', async () => {
    expect(await bannerText()).toContain(banner)
    const rows = await page.locator('main table tbody tr').allInnerTexts()
    expect(rows.map((row) => row.trim().slice(0, 4))).toEqual(['2026', '2024', '2022'])
  })

  test('the account page says so too', async () => {
    await page.goto(`${demo.url}/konto`)
    expect(await page.locator('main').innerText()).toContain('Erika Mustermann')
    expect(await bannerText()).toContain(banner)
  })

  test('the comparison shows what moved, up and down, and what is newly known', async () => {
    await page.goto(`${workspace}/vergleich`)
    expect(await bannerText()).toContain(banner)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Räume und Anlaufstelle: von „punktuell“ zu „etabliert“.')
    expect(text).toContain('Stadtgesellschaftlicher Dialog: von „etabliert“ zu „punktuell“.')
    expect(text).toContain('Jetzt erst bewertbar: Bild des Quartiers.')
    expect(text).toContain('Das Stadtforum ist seit 2025 ausgesetzt.')
  })

  test('the plan lists the measures and who leads them', async () => {
    await page.goto(`${workspace}/massnahmen`)
    expect(await page.locator('main').innerText()).toMatch(/\b10 Maßnahmen/)
    expect(await page.locator('main tr', { hasText: 'dauerhaft aus eigenen Mitteln' }).innerText()).toContain('Kämmerei')
  })

  test('a report says so on each page', async () => {
    await page.goto(workspace)
    const round = await page.locator('main table tbody a').first().getAttribute('href')
    const report = await person.request.get(`${demo.url}/api/assessments/${round!.split('/')[2]}/report?fassung=gremien`)
    const pdf = await readPdf(await report.body())
    expect(pdf.text).toContain('Musterstadt an der Beispiel')
    expect(pdf.pageTexts.filter((text) => !text.includes(mark))).toEqual([])
  })
})

test('a site that is no demonstration says nothing of the kind', async () => {
  const site = await startSite()
  try {
    for (const path of ['', 'gibt-es-nicht']) {
      await page.goto(`${site.url}/${path}`)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.content()).not.toContain('Demonstration')
    }
  } finally {
    await site.close()
  }
}, 60_000)
