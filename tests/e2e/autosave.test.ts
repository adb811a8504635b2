/** Nothing typed is lost: autosave, offline, before scripts load, two tabs, Back. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answer, beginCheck, saveAndContinue } from './fill-check'

const question = 'rueckendeckung-struktur'
const comment = `textarea[name="q.${question}.comment"]`
const radio = (value: string) => `input[name="q.${question}.choice"][value="${value}"]`

let site: Site
let browser: Browser
let person: BrowserContext
let page: Page
let questionUrl: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  person = await newPerson(browser)
  page = await person.newPage()
  const id = await beginCheck(page, site.url)
  questionUrl = `${site.url}/check/${id}/frage/rueckendeckung`
  await page.goto(questionUrl)
})
afterEach(() => person.close())

const openComment = async (tab: Page) => {
  const field = tab.locator(comment)
  if (!(await field.isVisible()))
    await tab
      .locator('details', { has: tab.locator(comment) })
      .locator('summary')
      .click()
  return field
}
const saved = (tab: Page) => tab.getByText(/Gespeichert (am .+ um )?\d{2}:\d{2}/)
const inFreshTab = async (look: (tab: Page) => Promise<void>) => {
  const tab = await person.newPage()
  await tab.goto(questionUrl)
  await look(tab)
  await tab.close()
}

describe('autosave', () => {
  test('says „Gespeichert“ with the time, and a fresh tab shows the answer', async () => {
    await answer(page, question, '3')
    await saved(page).waitFor()
    await inFreshTab(async (tab) => expect(await tab.locator(radio('3')).isChecked()).toBe(true))
  })

  test('never says „Gespeichert“ while the server cannot be reached, and saves once it can', async () => {
    await page.waitForLoadState('networkidle')
    await person.setOffline(true)
    await answer(page, question, '2')
    await page.getByText('Nicht gespeichert – erneut versuchen').waitFor()
    expect(await saved(page).isVisible()).toBe(false)
    await (await openComment(page)).fill('Während der Störung getippt')
    await person.setOffline(false)
    await saved(page).waitFor({ timeout: 30_000 })
    await inFreshTab(async (tab) => {
      expect(await tab.locator(radio('2')).isChecked()).toBe(true)
      expect(await tab.locator(comment).inputValue()).toBe('Während der Störung getippt')
    })
  }, 60_000)

  test('loses nothing while offline for more than a minute, whatever is pressed meanwhile', async () => {
    await page.clock.install()
    await page.goto(questionUrl, { waitUntil: 'networkidle' })
    await person.setOffline(true)
    await answer(page, question, '2')
    const field = await openComment(page)
    await field.fill('Zu Beginn der Störung')
    await page.getByText('Nicht gespeichert – erneut versuchen').waitFor()
    for (const text of ['Nach vierzig Sekunden', 'Nach achtzig Sekunden']) {
      await page.clock.runFor(40_000)
      await field.fill(text)
      await page.getByRole('button', { name: /^Speichern und weiter/ }).click()
      await page.getByText('Nicht gespeichert – erneut versuchen').waitFor()
    }
    expect([page.url(), await field.inputValue()]).toEqual([questionUrl, 'Nach achtzig Sekunden'])
    await person.setOffline(false)
    await page.clock.runFor(31_000)
    await saved(page).waitFor({ timeout: 30_000 })
    await inFreshTab(async (tab) => {
      expect(await tab.locator(radio('2')).isChecked()).toBe(true)
      expect(await tab.locator(comment).inputValue()).toBe('Nach achtzig Sekunden')
    })
  }, 60_000)

  test('survives the server being ended and started again', async () => {
    await answer(page, question, '1')
    await saved(page).waitFor()
    await site.crashAndRestart()
    await inFreshTab(async (tab) => expect(await tab.locator(radio('1')).isChecked()).toBe(true))
  }, 60_000)
})

describe('what is chosen and typed before scripts load', () => {
  test('is kept and saved', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\.js(\?|$)/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(questionUrl, { waitUntil: 'commit' })
    await page.locator(radio('4')).check()
    await (await openComment(page)).fill('Vor den Skripten getippt')
    release()
    await saved(page).waitFor({ timeout: 30_000 })
    expect(await page.locator(radio('4')).isChecked()).toBe(true)
    expect(await page.locator(comment).inputValue()).toBe('Vor den Skripten getippt')
    await inFreshTab(async (tab) => expect(await tab.locator(comment).inputValue()).toBe('Vor den Skripten getippt'))
  }, 60_000)
})

describe('one person never conflicts with herself', () => {
  const noConflict = async () => expect(await page.getByText('Diese Antwort gibt es in zwei Fassungen').count()).toBe(0)

  test('autosave, then „Speichern und weiter“', async () => {
    await answer(page, question, '1')
    await saved(page).waitFor()
    await answer(page, question, '2')
    await saveAndContinue(page)
    expect(page.url()).toMatch(/frage\/ressortuebergreifend/)
    await noConflict()
  })

  test('„Speichern und weiter“ at once after a change, while autosave may be under way', async () => {
    for (const value of ['0', '1', '2', '3', '4']) {
      await answer(page, question, value)
      await page.waitForTimeout(950)
      await saveAndContinue(page)
      await noConflict()
      await page.goto(questionUrl)
      expect(await page.locator(radio(value)).isChecked()).toBe(true)
    }
  }, 60_000)

  test('Back, change, „Speichern und weiter“', async () => {
    await answer(page, question, '1')
    await saveAndContinue(page)
    await page.goBack()
    await answer(page, question, '3')
    await saveAndContinue(page)
    await noConflict()
    await page.goto(questionUrl)
    expect(await page.locator(radio('3')).isChecked()).toBe(true)
  })
})

describe('two tabs that change one answer', () => {
  test.each([
    ['the stored one stays', /gespeicherte Fassung behalten/, '1'],
    ['mine replaces it', /Meine Eingabe übernehmen/, '4'],
  ])(
    'show both with a choice; %s',
    async (_, choice, expected) => {
      const withoutScripts = await browser.newContext({
        javaScriptEnabled: false,
        storageState: await person.storageState(),
        locale: 'de-DE',
      })
      const other = await withoutScripts.newPage()
      await other.goto(questionUrl)
      await answer(page, question, '1')
      await saved(page).waitFor()
      await answer(other, question, '4')
      await other.getByRole('button', { name: /^Speichern/ }).click()
      await other.getByText('Diese Antwort gibt es in zwei Fassungen').first().waitFor()
      await inFreshTab(async (tab) => expect(await tab.locator(radio('1')).isChecked()).toBe(true))
      await other.getByRole('button', { name: choice }).click()
      await other.getByText('Diese Antwort gibt es in zwei Fassungen').first().waitFor({ state: 'detached' })
      await inFreshTab(async (tab) => expect(await tab.locator(radio(expected)).isChecked()).toBe(true))
      // Whatever was chosen: the other version can still be read.
      await other.goto(questionUrl)
      await other.getByRole('link', { name: 'Frühere Fassungen dieser Antworten' }).click()
      const versions = await other.locator('.dec-history').first().locator('li').allInnerTexts()
      const setAside = versions.map((version) => version.includes('Beiseitegelegt'))
      expect(setAside.slice(0, 2)).toEqual([expected === '1', false])
      await withoutScripts.close()
    },
    60_000,
  )
})
