/** Rounds of a workspace in the browser, with and without scripts: take over, close, begin the next, confirm, open again. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { addNextVersion, copyOfContent } from '../factories/next-version'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeMembers, type Members } from '../setup/members'
import { startSite, type Site } from '../setup/site'
import { answer, beginCheck, fillChallengesAndPlace, fillProfile, saveAndContinue } from './fill-check'

const content = copyOfContent()
let site: Site
let browser: Browser
let members: Members

beforeAll(async () => {
  site = await startSite({ CONTENT_DIR: content })
  browser = await launchBrowser()
  members = await makeMembers(site, 'Musterstadt', { Otto: 'mitarbeit', Ida: 'lesen' })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(content, { recursive: true, force: true })
})

const signedIn = async (name: string, javaScript: boolean): Promise<[BrowserContext, Page]> => {
  const context = await newPerson(browser, { javaScript })
  await members.enter(context, name)
  return [context, await context.newPage()]
}
const checkUrl = /\/check\/[\w-]+$/
const text = (page: Page) => page.locator('main').innerText()
const idOf = (page: Page) => page.url().split('/check/')[1]!.split(/[/?#]/)[0]!
const isChosen = (page: Page, question: string, value: string) =>
  page.locator(`input[name="q.${question}.choice"][value="${value}"]`).isChecked()
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).click()
  await page.waitForLoadState()
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
])('rounds %s', (_, javaScript) => {
  const year = javaScript ? '2025' : '2024'
  let erika: Page
  let first: string
  let second: string

  test('what was begun without an account is taken into the workspace', async () => {
    const [, page] = await signedIn('Erika', javaScript)
    erika = page
    first = await beginCheck(page, site.url)
    await fillProfile(page)
    await fillChallengesAndPlace(page)
    await page.goto(`${site.url}/check/${first}/frage/raeume`)
    await answer(page, 'raeume-struktur', '3')
    await answer(page, 'raeume-praxis', '2')
    await saveAndContinue(page)
    await page.goto(`${site.url}/arbeitsbereich/${members.workspaceId}/neu`)
    await page.locator('#uebernahme-name').fill(year)
    await page.locator('#uebernahme-periodFrom').fill(`31.12.${year}`)
    await page.locator('#uebernahme-periodTo').fill(`1.1.${year}`)
    await press(page, 'In den Arbeitsbereich übernehmen')
    await page.waitForURL(/fehler=1/)
    expect(await page.title()).toMatch(/^Fehler:/)
    expect(await page.locator('#uebernahme-name').inputValue()).toBe(year)
    await page.locator('#uebernahme-periodFrom').fill(`1.1.${year}`)
    await page.locator('#uebernahme-periodTo').fill(`31.12.${year}`)
    await press(page, 'In den Arbeitsbereich übernehmen')
    await page.waitForURL(checkUrl)
    expect(await text(page)).toContain(`Durchgang „${year}“ · 01.01.${year} bis 31.12.${year} · offen`)
  }, 60_000)

  test('closing names what is open; afterwards nothing can be changed, and the archive holds what was hashed', async () => {
    await erika.goto(`${site.url}/check/${first}/abschluss`)
    expect(await text(erika)).toContain('44 Fragen sind offen')
    await erika.locator('[name="fileReference"]').fill('50.1-12')
    await press(erika, 'Durchgang jetzt abschließen')
    await erika.getByRole('heading', { name: 'Abgeschlossener Durchgang' }).waitFor()
    const hash = await erika.locator('code').first().innerText()
    for (const path of ['', '/profil', '/herausforderungen', '/quartier', '/frage/raeume', '/pruefen', '/ergebnis', '/bericht']) {
      await erika.goto(`${site.url}/check/${first}${path}`)
      expect(await text(erika)).toContain('abgeschlossen am')
      expect([path, await erika.locator('main form').count()]).toEqual([path, 0])
    }
    const archive = await erika.request.get(`${site.url}/api/assessments/${first}/export`)
    expect(archive.headers()['content-disposition']).toMatch(/drei-ebenen-check_musterstadt_20\d\d_50-1-12_[\d-]+\.zip/)
    const files = unzipSync(new Uint8Array(await archive.body()))
    expect(createHash('sha256').update(files['antworten.json']!).digest('hex')).toBe(hash)
    const json = await erika.request.get(`${site.url}/api/assessments/${first}/export?datei=json&abschluss=1`)
    expect(await json.text()).toBe(strFromU8(files['antworten.json']!))
  }, 90_000)

  test('an Aktenzeichen from an old tab does not replace a newer one before somebody has seen both', async () => {
    const number = (page: Page) => page.locator('[name="fileReference"]')
    const old = await erika.context().newPage()
    for (const page of [erika, old]) await page.goto(`${site.url}/check/${first}/abschluss`)
    await number(erika).fill('50.1-13')
    await press(erika, 'Aktenzeichen speichern')
    await erika.waitForURL(/gespeichert/)
    await number(old).fill('50.1-99')
    await press(old, 'Aktenzeichen speichern')
    await old.waitForURL(/fehler=1/)
    expect(await text(old)).toContain('Inzwischen hat jemand ein anderes Aktenzeichen gespeichert: 50.1-13.')
    expect(await number(old).inputValue()).toBe('50.1-99')
    await press(old, 'Aktenzeichen speichern')
    await old.waitForURL(/gespeichert/)
    expect(await old.locator('dl').first().innerText()).toContain('50.1-99')
    await old.close()
  }, 60_000)

  test('the next round begins with these answers, which count once they are confirmed', async () => {
    await erika.goto(`${site.url}/arbeitsbereich/${members.workspaceId}/neu?aus=${first}`)
    await erika.locator('#feld-name').fill(`nach ${year}`)
    await press(erika, 'Durchgang beginnen')
    await erika.waitForURL(checkUrl)
    second = idOf(erika)
    expect(await text(erika)).toContain('2 übernommene Antworten warten auf Ihre Bestätigung')
    const [context, otto] = await signedIn('Otto', javaScript)
    await otto.goto(`${site.url}/check/${second}/frage/raeume`)
    expect(await text(otto)).toContain(`Im Durchgang „${year}“`)
    expect(await text(otto)).toContain('Ziel für diesen Erfolgsfaktor: etabliert (75 Punkte)')
    expect([await isChosen(otto, 'raeume-struktur', '3'), await isChosen(otto, 'raeume-praxis', '2')]).toEqual([true, true])
    await otto.locator('[name="q.raeume-praxis.later"]').check()
    await press(otto, 'Bestätigen und weiter')
    await otto.waitForURL((url) => !url.pathname.endsWith('/raeume'))
    await otto.goto(`${site.url}/check/${second}`)
    expect(await text(otto)).toContain('Eine übernommene Antwort wartet auf Ihre Bestätigung')
    await otto.goto(`${site.url}/check/${second}/pruefen`)
    expect(await text(otto)).toContain('Übernommen, bitte bestätigen (1)')
    await otto.goto(`${site.url}/check/${second}/frage/raeume`)
    expect(await otto.locator('[name="q.raeume-struktur.later"]').count()).toBe(0)
    await answer(otto, 'raeume-praxis', '4')
    await press(otto, 'Bestätigen und weiter')
    await otto.waitForURL((url) => !url.pathname.endsWith('/raeume'))
    await otto.goto(`${site.url}/check/${second}`)
    expect(await text(otto)).not.toContain('auf Ihre Bestätigung')
    await context.close()
  }, 60_000)

  test('closing while somebody answers: that is said, and what was typed is still there', async () => {
    const [context, otto] = await signedIn('Otto', javaScript)
    await otto.goto(`${site.url}/check/${second}/frage/raeume`)
    const place = await context.newPage()
    await place.goto(`${site.url}/check/${second}/quartier`)
    await erika.goto(`${site.url}/check/${second}/abschluss`)
    const slower = await erika.context().newPage()
    await slower.goto(`${site.url}/check/${second}/abschluss`)
    await press(erika, 'Durchgang jetzt abschließen')
    await erika.getByRole('heading', { name: 'Abgeschlossener Durchgang' }).waitFor()
    await slower.locator('[name="fileReference"]').fill('50.1/17')
    await press(slower, 'Durchgang jetzt abschließen')
    await slower.waitForURL(/fehler=1/)
    expect(await text(slower)).toContain('Der Durchgang ist inzwischen abgeschlossen')
    expect(await slower.locator('[name="fileReference"]').inputValue()).toBe('50.1/17')
    await slower.close()
    await place.locator('[name="name"]').fill('Südstadt')
    await press(place, /^Speichern/)
    await place.waitForURL(/fehler=1/)
    expect(await text(place)).toMatch(/Der Durchgang ist inzwischen abgeschlossen[\s\S]*Das hatten Sie eingegeben[\s\S]*Südstadt/)
    expect(await place.locator('h1 + p').innerText()).toBe('Nordviertel')
    const comment = otto.locator('textarea[name="q.raeume-struktur.comment"]')
    await otto.locator('details', { has: comment }).locator('summary').click()
    await comment.fill('Pfarrsaal, dienstags')
    if (javaScript) {
      await otto.getByText('Nicht gespeichert: Dieser Durchgang wurde inzwischen abgeschlossen.').waitFor()
      expect(await comment.inputValue()).toBe('Pfarrsaal, dienstags')
      // Closing the window would ask first.
      await context.close()
      return
    }
    await press(otto, 'Speichern und weiter')
    await otto.waitForURL(/fehler=1/)
    expect(await text(otto)).toContain('Das hatten Sie eingegeben')
    expect(await text(otto)).toContain('Pfarrsaal, dienstags')
    await context.close()
  }, 60_000)

  test('opened again with a reason, the earlier closing stays; a reader sees no forms', async () => {
    await erika.goto(`${site.url}/check/${second}/abschluss`)
    await press(erika, 'Durchgang wieder öffnen')
    await erika.waitForURL(/fehler=1/)
    expect(await erika.title()).toMatch(/^Fehler:/)
    const slower = await erika.context().newPage()
    await slower.goto(`${site.url}/check/${second}/abschluss`)
    await slower.locator('[name="reason"]').fill('Nachtrag')
    await erika.locator('[name="reason"]').fill('Missverständnis')
    await press(erika, 'Durchgang wieder öffnen')
    await erika.getByRole('heading', { name: 'Durchgang abschließen' }).waitFor()
    expect(await text(erika)).toMatch(/wieder geöffnet von Erika\s+Missverständnis/)
    expect(await text(erika)).toContain('Abschluss 1 vom')
    await press(slower, 'Durchgang wieder öffnen')
    await slower.waitForURL(/fehler=1/)
    expect(await text(slower)).toMatch(/Der Durchgang ist inzwischen wieder offen[\s\S]*von Erika\s+Missverständnis/)
    await slower.close()
    const [context, ida] = await signedIn('Ida', javaScript)
    for (const path of ['', '/frage/raeume', '/profil', '/abschluss', '/bericht', '/ergebnis']) {
      await ida.goto(`${site.url}/check/${second}${path}`)
      expect([path, await ida.locator('main form').count()]).toEqual([path, 0])
    }
    await context.close()
  }, 60_000)
})

describe('a newer version of the questionnaire', () => {
  test('is announced; the preview says what becomes of the answers, and moving keeps them to be confirmed', async () => {
    const context = await newPerson(browser, { javaScript: false })
    const page = await context.newPage()
    const id = await beginCheck(page, site.url)
    await fillProfile(page)
    await fillChallengesAndPlace(page)
    for (const factor of ['netzwerke', 'transparenz']) {
      await page.goto(`${site.url}/check/${id}/frage/${factor}`)
      for (const part of ['struktur', 'praxis']) await answer(page, `${factor}-${part}`, '3')
      await saveAndContinue(page)
    }
    expect((await page.request.get(`${site.url}/check/${id}/umstellung`)).status()).toBe(200)
    await site.stop()
    addNextVersion(content)
    await site.start()
    await page.goto(`${site.url}/check/${id}`)
    await page.getByRole('link', { name: 'Ansehen, was sich ändert' }).click()
    expect(await text(page)).toContain('2 Antworten werden übernommen')
    expect(await text(page)).toContain('44 Fragen sind neu zu beantworten')
    await press(page, 'Jetzt zu Fassung 1.1.0 wechseln')
    await page.waitForURL(checkUrl)
    expect(await text(page)).toContain('2 übernommene Antworten warten')
    await page.goto(`${site.url}/check/${id}/frage/transparenz`)
    expect(await text(page)).toContain('Vor dem Wechsel von Fassung 1.0.0')
    expect(await isChosen(page, 'transparenz-praxis', '3')).toBe(false)
    await page.goto(`${site.url}/check/${id}/umstellung`)
    expect(await text(page)).toContain('Es gibt nichts zu wechseln')
    await context.close()
  }, 120_000)
})
