/** The Schnellcheck: key questions only, later continued as the full check; nothing is asked twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answerEverything, beginCheck, fillChallengesAndPlace, fillProfile, plannedChoice, questionnaire } from './fill-check'

let site: Site
let browser: Browser
let person: BrowserContext
let page: Page
let id: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  person = await newPerson(browser, { javaScript: false })
  page = await person.newPage()
  id = await beginCheck(page, site.url, 'schnell')
  // A kreisfreie Stadt is not asked about its Landkreis.
  await fillProfile(page, 'Einzelstadt', 'kreisfrei')
  await fillChallengesAndPlace(page)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe('the Schnellcheck of a kreisfreie Stadt', () => {
  test('asks one question a factor, and none about the Landkreis', async () => {
    expect(await answerEverything(page)).toBe(questionnaire.factors.length - 1)
    expect(await page.locator('main').innerText()).not.toContain(questionnaire.factorById.get('landkreis')!.questions[0]!.stem)
  }, 120_000)

  test('gives a result of its own', async () => {
    await page.goto(`${site.url}/check/${id}/ergebnis`)
    expect(await page.locator('main').innerText()).toMatch(/22 Fragen/)
  })

  test('goes on as the full check with every answer kept', async () => {
    await page.locator('form[action*="/mode"]').first().getByRole('button').click()
    await page.waitForLoadState()
    await page.goto(`${site.url}/check/${id}/frage/raeume`)
    expect(await page.locator('fieldset input[type="radio"][value="0"]').count()).toBe(2)
    const planned = plannedChoice('raeume-struktur')
    expect(await page.locator(`input[name="q.raeume-struktur.choice"][value="${planned}"]`).isChecked()).toBe(true)
  })
})

describe('a question that no longer applies after a change of the profile', () => {
  const state = async () =>
    (await (await person.request.get(`${site.url}/api/assessments/${id}/state`)).json()) as {
      answers: Record<string, { choice: string }>
    }
  const asked = async () => (await page.goto(`${site.url}/check/${id}`), page.locator('a[href*="/frage/landkreis"]').count())
  const becomes = async (status: string) => {
    await page.goto(`${site.url}/check/${id}/profil`)
    const list = page.locator('select[name="status"]')
    if ((await list.count()) > 0) await list.selectOption(status)
    else await page.locator(`input[name="status"][value="${status}"]`).check()
    await page.getByRole('button', { name: /^Speichern/ }).click()
    await page.waitForLoadState()
  }

  test('keeps its stored answer, leaves the check, and counts again if it applies again', async () => {
    await becomes('kreisstadt')
    await page.goto(`${site.url}/check/${id}/frage/landkreis`)
    await page.locator('input[name="q.landkreis-struktur.choice"][value="4"]').check()
    await page.getByRole('button', { name: /^Speichern/ }).click()
    await page.waitForLoadState()
    await becomes('kreisfrei')
    expect(await asked()).toBe(0)
    expect((await state()).answers['landkreis-struktur']?.choice).toBe('4')
    await becomes('kreisstadt')
    await page.goto(`${site.url}/check/${id}/frage/landkreis`)
    expect(await page.locator('input[name="q.landkreis-struktur.choice"][value="4"]').isChecked()).toBe(true)
  }, 60_000)
})
