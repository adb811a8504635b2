/** The whole way as a person goes it: start, profile, questions, review, result, report. Once with JavaScript, once without. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answerEverything, beginCheck, fillChallengesAndPlace, fillProfile, plannedChoice, questionnaire } from './fill-check'
import { readPdf } from './pdf-reader'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite({ OPERATOR_NAME: 'Stadt Musterstadt' })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the whole check %s', (_, javaScript) => {
  let person: BrowserContext
  let page: Page
  const foreignRequests: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    person = await newPerson(browser, { javaScript })
    person.on('request', (request) => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) foreignRequests.push(request.url())
    })
    page = await person.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterAll(() => person.close())

  test('leads from the start page to the overview', async () => {
    await beginCheck(page, site.url)
    await fillProfile(page)
    await fillChallengesAndPlace(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/Übersicht/)
  }, 60_000)

  test('asks one factor a page and arrives at the review', async () => {
    expect(await answerEverything(page)).toBe(questionnaire.factors.length)
    await page.waitForURL(/\/pruefen/)
  }, 180_000)

  test('shows every answer in the review, the open ones first', async () => {
    const text = await page.locator('main').innerText()
    for (const question of questionnaire.questionById.values()) {
      expect(text).toContain(question.stem)
      const choice = plannedChoice(question.id)
      if (/^\d$/.test(choice)) expect(text).toContain(question.options[choice as '0'])
    }
  })

  test('gives a result with the three levels and five first steps', async () => {
    await page.goto(page.url().replace(/\/pruefen.*/, '/ergebnis'))
    const text = await page.locator('main').innerText()
    for (const level of questionnaire.levels) expect(text).toContain(level.short)
    expect(text).toMatch(/Weiß nicht/)
    expect(
      await page
        .locator('main')
        .getByText(/Warum hier\?/)
        .count(),
    ).toBeGreaterThanOrEqual(5)
  })

  test('gives a tagged PDF report with all answers', async () => {
    const waiting = page.waitForEvent('download')
    // A link that downloads never finishes loading, so the click is not waited for.
    await page.locator('a[href*="/report"]').first().click({ noWaitAfter: true })
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^drei-ebenen-check_musterstadt_\d{4}-\d{2}-\d{2}\.pdf$/)
    const pdf = await readPdf(readFileSync(await download.path()))
    expect([pdf.tagged, pdf.language]).toEqual([true, 'de-DE'])
    expect(pdf.title).toContain('Musterstadt')
    expect(pdf.pages).toBeGreaterThanOrEqual(12)
    expect(pdf.pages).toBeLessThanOrEqual(25)
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']))
    expect(pdf.figureAlts.filter((alt) => alt === '')).toEqual([])
    for (const question of questionnaire.questionById.values()) {
      const choice = plannedChoice(question.id)
      expect(pdf.text).toContain(question.stem)
      if (/^\d$/.test(choice)) expect(pdf.text).toContain(question.options[choice as '0'])
    }
  }, 60_000)

  test('asked nobody but this server, and nothing was refused by the security policy', () => {
    expect(foreignRequests).toEqual([])
    expect(complaints).toEqual([])
  })
})
