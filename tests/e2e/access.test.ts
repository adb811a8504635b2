/** Whose check it is: browser key, Wiederaufnahme-Code, Arbeitsstand, deletion. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { answer, beginCheck, fillChallengesAndPlace, fillProfile, saveAndContinue } from './fill-check'

let site: Site
let browser: Browser
let owner: BrowserContext
let stranger: BrowserContext
let page: Page
let id: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  owner = await newPerson(browser, { javaScript: false })
  stranger = await newPerson(browser, { javaScript: false })
  page = await owner.newPage()
  id = await beginCheck(page, site.url)
  await fillProfile(page, 'Merkstadt')
  await fillChallengesAndPlace(page)
  await page.goto(`${site.url}/check/${id}/frage/raeume`)
  await answer(page, 'raeume-struktur', '2')
  const comment = page.locator('textarea[name="q.raeume-struktur.comment"]')
  await page.locator('details', { has: comment }).locator('summary').click()
  await comment.fill('Pfarrsaal, dienstags')
  await saveAndContinue(page)
}, 60_000)
afterEach(async () => {
  await owner.close()
  await stranger.close()
})

const pages = ['', '/profil', '/frage/raeume', '/pruefen', '/ergebnis', '/weitergeben', '/bericht', '/loeschen', '/offene-punkte']

/** The page without what differs on every request: the nonce, in attributes and in the streamed data, and the id asked for. */
const comparable = (html: string, own: string) => html.replaceAll(own, 'ID').replaceAll(/nonce(=|\\?":\s*\\?)"[^"\\]*\\?"/g, '')

describe('a foreign check', () => {
  test.each(pages)('answers the same as one that does not exist, and offers the code: %s', async (path) => {
    const absentId = id.split('').reverse().join('')
    const foreign = await stranger.request.get(`${site.url}/check/${id}${path}`)
    const absent = await stranger.request.get(`${site.url}/check/${absentId}${path}`)
    expect([foreign.status(), absent.status()]).toEqual([404, 404])
    const [one, other] = [comparable(await foreign.text(), id), comparable(await absent.text(), absentId)]
    expect(one).toBe(other)
    expect(one).not.toContain('Merkstadt')
    expect(one).toMatch(/name="code"/)
  })

  test('cannot be written', async () => {
    const response = await stranger.request.post(`${site.url}/api/assessments/${id}/place`, {
      form: { name: 'Übernommen' },
      headers: { origin: site.url },
      maxRedirects: 0,
    })
    await page.goto(`${site.url}/check/${id}/quartier`)
    expect(await page.locator('input[name="name"]').inputValue()).toBe('Nordviertel')
    expect(response.headers()['location'] ?? '').not.toMatch(new RegExp(id))
  })

  test.each(['state', 'report'])('gives no file: %s', async (file) => {
    expect((await stranger.request.get(`${site.url}/api/assessments/${id}/${file}`)).status()).toBe(404)
  })
})

describe('the browser key', () => {
  test('is HttpOnly, SameSite=Lax, lasts 400 days, and is not stored as it is', async () => {
    const cookie = (await owner.cookies()).find(({ name }) => name === 'dec-key')!
    expect([cookie.httpOnly, cookie.sameSite]).toEqual([true, 'Lax'])
    const days = (cookie.expires - Date.now() / 1000) / 86_400
    expect(Math.round(days)).toBe(400)
    const files = ['drei-ebenen-check.sqlite', 'drei-ebenen-check.sqlite-wal']
    for (const file of files) expect(readFileSync(join(site.dataDir, file)).includes(cookie.value)).toBe(false)
  })
})

describe('the Wiederaufnahme-Code', () => {
  const issue = async () => {
    await page.goto(`${site.url}/check/${id}/weitergeben`)
    await page.getByRole('button', { name: /Code/ }).first().click()
    await page.waitForLoadState()
    return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4,}/.exec(await page.locator('main').innerText())![0]
  }
  const enter = async (code: string) => {
    const tab = await stranger.newPage()
    await tab.goto(`${site.url}/fortsetzen`)
    await tab.locator('input[name="code"]').fill(code)
    await tab
      .locator('form', { has: tab.locator('input[name="code"]') })
      .locator('button[type="submit"], button:not([type])')
      .click()
    await tab.waitForLoadState()
    return tab
  }

  test('opens the check in another browser, however it is typed', async () => {
    const tab = await enter((await issue()).toLowerCase().replaceAll('-', ' '))
    expect(tab.url()).toBe(`${site.url}/check/${id}`)
    await tab.goto(`${site.url}/check/${id}/frage/raeume`)
    expect(await tab.locator('input[name="q.raeume-struktur.choice"][value="2"]').isChecked()).toBe(true)
  })

  test('carries at least 100 bits', async () => {
    const symbols = (await issue()).replaceAll('-', '').length
    expect((symbols - 1) * 5).toBeGreaterThanOrEqual(100)
  })

  test('is shown once', async () => {
    const code = await issue()
    await page.goto(`${site.url}/check/${id}/weitergeben`)
    expect(await page.content()).not.toContain(code)
  })

  test('opens nothing once it is revoked', async () => {
    const code = await issue()
    await page.goto(`${site.url}/check/${id}/weitergeben`)
    await page.getByRole('button', { name: /(ungültig|zurück|sperren|widerrufen)/i }).click()
    await page.waitForLoadState()
    const tab = await enter(code)
    expect(tab.url()).toMatch(/\/fortsetzen\?fehler/)
    expect(await tab.title()).toMatch(/^Fehler:/)
  })
})

describe('Arbeitsstand sichern und laden', () => {
  test('restores everything in another browser', async () => {
    const file = await owner.request.get(`${site.url}/api/assessments/${id}/state`)
    expect(file.headers()['content-disposition']).toMatch(/attachment; filename=.*drei-ebenen-check_merkstadt_/)
    const path = join(site.dataDir, 'arbeitsstand.json')
    writeFileSync(path, await file.body())
    const tab = await stranger.newPage()
    await tab.goto(`${site.url}/fortsetzen`)
    await tab.locator('input[type="file"]').setInputFiles(path)
    await tab
      .locator('form', { has: tab.locator('input[type="file"]') })
      .locator('button[type="submit"], button:not([type])')
      .click()
    await tab.waitForURL(/\/check\/[\w-]+$/)
    const copy = tab.url().split('/')[4]!
    expect(copy).not.toBe(id)
    await tab.goto(`${site.url}/check/${copy}/frage/raeume`)
    expect(await tab.locator('input[name="q.raeume-struktur.choice"][value="2"]').isChecked()).toBe(true)
    expect(await tab.locator('textarea[name="q.raeume-struktur.comment"]').inputValue()).toBe('Pfarrsaal, dienstags')
    const again = (await (await stranger.request.get(`${site.url}/api/assessments/${copy}/state`)).json()) as Record<
      string,
      unknown
    >
    const first = (await file.json()) as Record<string, unknown>
    expect({ ...again, savedAt: '' }).toEqual({ ...first, savedAt: '' })
  })

  test('says what is wrong with a broken file and loads nothing', async () => {
    const path = join(site.dataDir, 'kaputt.json')
    writeFileSync(path, '{"format": "drei-ebenen-check-arbeitsstand",\n oh')
    const tab = await stranger.newPage()
    await tab.goto(`${site.url}/fortsetzen`)
    await tab.locator('input[type="file"]').setInputFiles(path)
    await tab
      .locator('form', { has: tab.locator('input[type="file"]') })
      .locator('button[type="submit"], button:not([type])')
      .click()
    await tab.waitForURL(/fortsetzen\?.*fehler=1/)
    expect(await tab.locator('main').innerText()).toMatch(/Zeile 2/)
  })
})

describe('deleting', () => {
  const submit = async () => {
    await page.locator('form[action*="/delete"]').locator('button').click()
    await page.waitForLoadState()
  }

  test('needs the confirmation', async () => {
    await page.goto(`${site.url}/check/${id}/loeschen`)
    await submit()
    expect(await page.title()).toMatch(/^Fehler:/)
    expect((await owner.request.get(`${site.url}/check/${id}`)).status()).toBe(200)
  })

  test('leaves no trace in the files of the database', async () => {
    await page.goto(`${site.url}/check/${id}/loeschen`)
    await page.locator('input[name="confirm"]').check()
    await submit()
    expect(page.url()).toMatch(/geloescht=1/)
    expect((await owner.request.get(`${site.url}/check/${id}`)).status()).toBe(404)
    for (const file of ['drei-ebenen-check.sqlite', 'drei-ebenen-check.sqlite-wal']) {
      expect(readFileSync(join(site.dataDir, file)).includes(id)).toBe(false)
    }
  })
})
