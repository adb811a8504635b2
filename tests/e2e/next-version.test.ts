/** The operator publishes 1.1.0 under a running installation: old checks stay as they are, new ones ask the new questions. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { addNextVersion, copyOfContent } from '../factories/next-version'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answer, beginCheck, fillChallengesAndPlace, fillProfile, saveAndContinue } from './fill-check'

const content = copyOfContent()
let site: Site
let browser: Browser
let page: Page
let oldId: string
let oldResult: string

const question = (id: string, factor: string) => `${site.url}/check/${id}/frage/${factor}`
const versionOf = async (id: string) =>
  ((await (await page.request.get(`${site.url}/api/assessments/${id}/state`)).json()) as { questionnaire: { version: string } })
    .questionnaire.version
const choices = (questionId: string) => page.locator(`input[name="q.${questionId}.choice"]`)

async function resultOf(id: string): Promise<string> {
  await page.goto(`${site.url}/check/${id}/ergebnis`)
  return await page.locator('main').innerText()
}

beforeAll(async () => {
  site = await startSite({ CONTENT_DIR: content })
  browser = await launchBrowser()
  const person = await newPerson(browser, { javaScript: false })
  page = await person.newPage()
  oldId = await beginCheck(page, site.url)
  await fillProfile(page)
  await fillChallengesAndPlace(page)
  for (const factor of ['netzwerke', 'vernetzung']) {
    await page.goto(question(oldId, factor))
    await answer(page, `${factor}-struktur`, '3')
    await answer(page, `${factor}-praxis`, '2')
    await saveAndContinue(page)
  }
  oldResult = await resultOf(oldId)
  await site.stop()
  addNextVersion(content)
  await site.start()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(content, { recursive: true, force: true })
})

describe('after a new version is published', () => {
  test('an old check keeps its version, its questions, its answers and its result', async () => {
    expect(await versionOf(oldId)).toBe('1.0.0')
    await page.goto(question(oldId, 'netzwerke'))
    expect(await page.locator('input[name="q.netzwerke-praxis.choice"][value="2"]').isChecked()).toBe(true)
    expect(await choices('netzwerke-praxis-2').count()).toBe(0)
    expect(await resultOf(oldId)).toBe(oldResult)
  })

  test('it can still be answered', async () => {
    await page.goto(question(oldId, 'raeume'))
    await answer(page, 'raeume-praxis', '3')
    await saveAndContinue(page)
    await page.goto(question(oldId, 'raeume'))
    expect(await page.locator('input[name="q.raeume-praxis.choice"][value="3"]').isChecked()).toBe(true)
  })

  test('a new check asks what the new version asks', async () => {
    const newId = await beginCheck(page, site.url)
    expect(await versionOf(newId)).toBe('1.1.0')
    expect(await page.locator('[name="kreistyp"]').count()).toBe(0)
    await fillProfile(page)
    expect(await page.locator('input[name="challenges"][value="mismatch"]').count()).toBe(0)
    await fillChallengesAndPlace(page)
    await page.goto(question(newId, 'netzwerke'))
    expect(await choices('netzwerke-praxis-2').count()).toBeGreaterThanOrEqual(5)
    expect(await choices('netzwerke-praxis').count()).toBe(0)
    expect(await resultOf(newId)).toContain('0 von 46 Fragen beantwortet')
  })

  test.each(['/', '/beispiel', '/vorbereiten', '/methode', '/hilfe'])('%s is there', async (path) => {
    expect((await page.goto(site.url + path))?.status()).toBe(200)
  })
})

describe('after an old version was removed from the installation', () => {
  beforeAll(async () => {
    await site.stop()
    rmSync(join(content, 'drei-ebenen-check', '1.0.0'), { recursive: true })
    await site.start()
  }, 60_000)

  test('the list stays; the old check says what is missing, gives its answers as a file, and can be deleted', async () => {
    await page.goto(`${site.url}/fortsetzen`)
    expect(await page.locator('main').innerText()).toContain('diese Fassung des Fragebogens fehlt auf dem Server')
    for (const rest of ['', '/ergebnis', '/bericht', '/frage/netzwerke']) {
      expect((await page.goto(`${site.url}/check/${oldId}${rest}`))?.status()).toBe(503)
      expect(await page.locator('h1').innerText()).toBe('Diese Fassung des Fragebogens fehlt')
    }
    const saved = await page.locator('main a', { hasText: 'Antworten als Datei sichern' }).getAttribute('href')
    const state = (await (await page.request.get(site.url + saved)).json()) as { answers: Record<string, { choice: string }> }
    expect(state.answers['netzwerke-struktur']?.choice).toBe('3')
    await page.getByRole('link', { name: 'Diesen Check löschen' }).click()
    await page.waitForURL(/loeschen/)
    await page.locator('input[name="confirm"]').check()
    await page.getByRole('button', { name: 'Endgültig löschen' }).click()
    await page.waitForURL(/geloescht=1/)
    expect((await page.goto(`${site.url}/check/${oldId}`))?.status()).toBe(404)
  }, 60_000)
})
