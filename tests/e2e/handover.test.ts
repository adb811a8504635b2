/** Handing a check over without JavaScript: the sheet with the code, its end, the two forms to go on with, the list on paper. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { germanDate } from '@/app/_lib/dates'
import { deletionDate } from '@/lib/assessments/retention'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A person with an own browser and no scripts. */
async function person(): Promise<Page> {
  const page = await (await newPerson(browser, { javaScript: false })).newPage()
  page.setDefaultTimeout(10_000)
  return page
}

async function begin(page: Page): Promise<string> {
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Schnellcheck beginnen' }).first().click()
  await page.waitForURL(/\/check\//)
  return new URL(page.url()).pathname.split('/')[2]!
}

const heading = (page: Page) => page.locator('h1').innerText()

const codeField = (page: Page) => page.getByRole('textbox', { name: 'Wiederaufnahme-Code' })

async function enterCode(page: Page, code: string): Promise<void> {
  await page.goto(`${site.url}/fortsetzen`)
  await codeField(page).fill(code)
  await page.getByRole('button', { name: 'Check öffnen' }).click()
  await page.waitForURL((url) => url.pathname !== '/fortsetzen' || url.search !== '')
}

/** Gives out a code and reads it from the sheet. */
async function issue(page: Page, id: string, button: string): Promise<string> {
  await page.goto(`${site.url}/check/${id}/weitergeben`)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(/ausgestellt/)
  return await page.locator('.dec-code--large').innerText()
}

describe('a check changes hands', () => {
  test('the sheet says where to enter the code; a later visit no longer shows it', async () => {
    const page = await person()
    const id = await begin(page)
    const code = await issue(page, id, 'Code ausstellen')
    expect(page.url()).not.toContain(code)
    expect(await page.locator('.dec-code-box').innerText()).toContain(`${site.url}/fortsetzen`)
    await page.goto(`${site.url}/check/${id}/weitergeben`)
    expect(await page.locator('.dec-code-box').count()).toBe(0)
    expect(await page.locator('#code').innerText()).toContain('Ein Code gilt seit dem')
  })

  test('a new code ends the older one; revoking ends the code, not the access it gave', async () => {
    const owner = await person()
    const id = await begin(owner)
    const older = await issue(owner, id, 'Code ausstellen')
    const colleague = await person()
    await enterCode(colleague, older)
    expect(await heading(colleague)).toBe('Übersicht')

    const newer = await issue(owner, id, 'Neuen Code ausstellen')
    const stranger = await person()
    await enterCode(stranger, older)
    expect(await stranger.title()).toMatch(/^Fehler: /)
    expect(await codeField(stranger).inputValue()).toBe(older)

    await owner.getByRole('button', { name: 'Code widerrufen' }).click()
    await owner.waitForURL(/widerrufen/)
    expect(await owner.getByRole('status').innerText()).toContain('Der Code ist widerrufen')
    await enterCode(stranger, newer)
    expect(await stranger.locator('#fehler').innerText()).toContain('Zu diesem Code gibt es keinen Check.')
    await colleague.goto(`${site.url}/check/${id}`)
    expect(await heading(colleague)).toBe('Übersicht')
  })

  test('each of the two forms shows its own mistake only', async () => {
    const page = await person()
    await enterCode(page, '')
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual(['Bitte geben Sie den Code ein.'])
    await page.getByLabel('Datei mit dem Arbeitsstand').setInputFiles({
      name: 'kaputt.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{\n oops'),
    })
    await page.getByRole('button', { name: 'Arbeitsstand laden' }).click()
    await page.waitForURL(/mit=datei/)
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual([
      'Die Datei ist beschädigt: In Zeile 2 ist sie nicht lesbar.',
    ])
  })

  test('says until when it is kept: on the overview, in the list of this browser, on the sheet', async () => {
    const page = await person()
    const id = await begin(page)
    const until = germanDate(deletionDate(new Date()))
    await page.goto(`${site.url}/check/${id}`)
    expect(await page.locator('aside', { hasText: 'Aufbewahrt' }).innerText()).toContain(
      `Aufbewahrt bis ${until}, danach gelöscht.`,
    )
    await page.goto(`${site.url}/fortsetzen`)
    expect(await page.locator('main').innerText()).toContain(until)
    await issue(page, id, 'Code ausstellen')
    expect(await page.locator('main').innerText()).toContain(until)
  })

  test('open points stand under the office that can settle them, with room for notes on paper', async () => {
    const page = await person()
    const id = await begin(page)
    await page.goto(`${site.url}/check/${id}/offene-punkte`)
    expect(await page.locator('.dec-office h2').allInnerTexts()).toContain('Zu klären mit: Kämmerei')
    expect(await page.locator('.dec-point').count()).toBe(23)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.dec-note-lines').first().isVisible()).toBe(true)
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  })

  test('what is not there says so without scripts and with its status', async () => {
    const page = await person()
    const id = await begin(page)
    for (const path of [
      `/check/${id}x`,
      '/nicht-da',
      `/check/${id}/frage/nicht-da`,
      '/beispiel/empfehlung/nicht-da',
      '/fehler/nicht-da',
    ]) {
      const answer = await page.goto(`${site.url}${path}`)
      expect([path, answer?.status(), await heading(page)]).toEqual([path, 404, 'Hier ist nichts zu finden'])
      expect(await codeField(page).isVisible()).toBe(true)
    }
  })
})
