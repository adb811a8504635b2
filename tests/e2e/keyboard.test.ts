/** By keyboard alone: signing in, a round from beginning to closing, comparing, measures, targets, members. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'
import { followTo, tabTo, typeInto } from './keyboard-steps'
import { emailOf, password, signInHere } from './workspace'

let site: Site
let browser: Browser
let rounds: Rounds
let page: Page
let round: string

const place = (...rest: string[]) => [site.url, 'arbeitsbereich', rounds.workspaceId, ...rest].join('/')
const text = () => page.locator('main').innerText()
const open = (url: string) => page.goto(url, { waitUntil: 'networkidle' })

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  rounds = await makeRounds(
    site,
    [
      { name: '2022', year: 2022, choiceOf: () => '1' },
      { name: '2024', year: 2024, choiceOf: () => '2' },
    ],
    [{ title: 'Ladenlokal anmieten', factorId: 'raeume', doneOn: '2024-03-12' }],
  )
  page = await (await newPerson(browser)).newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('by keyboard alone', () => {
  test('the first stop skips to the content; somebody signs in', async () => {
    await open(`${site.url}/anmelden`)
    await page.keyboard.press('Tab')
    await tabTo(page, 'a[href="#inhalt"]')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhalt')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('email')
    await page.keyboard.type(emailOf('Erika'))
    await typeInto(page, 'input[name="password"]', password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/arbeitsbereich$/)
    await followTo(page, 'main .dec-checks-list a', /\/arbeitsbereich\/[^/]+$/)
  }, 60_000)

  test('a round begins with the last answers', async () => {
    await followTo(page, 'main .dec-actions a[href$="/neu"]', /\/neu$/)
    await typeInto(page, '#feld-name', 'Frühjahr')
    await typeInto(page, '#feld-periodTo', 'bald')
    await tabTo(page, 'input[name="basedOn"]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await followTo(page, 'form[action$="/rounds"] button', /fehler=1/)
    // The summary of errors has the focus; its link leads to the field.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fehler')
    await tabTo(page, '#fehler a')
    await page.keyboard.press('Enter')
    await typeInto(page, '#feld-periodTo', '31.12.2099')
    await followTo(page, 'form[action$="/rounds"] button', /\/check\/[\w-]+$/)
    round = page.url()
    expect(await text()).toContain('46 übernommene Antworten warten')
  }, 60_000)

  test('an answer is confirmed, another one changed, with a comment', async () => {
    await followTo(page, `.dec-resume a`, /\/frage\//)
    const factor = page.url().split('/frage/')[1]
    await tabTo(page, 'input[name$="-struktur.choice"]')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('input[name$="-struktur.choice"][value="3"]').isChecked()).toBe(true)
    await tabTo(page, 'details:has(textarea[name$="-struktur.comment"]) > summary')
    await page.keyboard.press('Enter')
    await typeInto(page, 'textarea[name$="-struktur.comment"]', 'Ohne Maus geschrieben.')
    await tabTo(page, 'input[name$="-praxis.later"]')
    await page.keyboard.press('Space')
    await followTo(page, '.dec-save-bar button', new RegExp(`/frage/(?!${factor})`))
    await open(`${round}/frage/${factor}`)
    expect(await page.locator('textarea[name$="-struktur.comment"]').inputValue()).toBe('Ohne Maus geschrieben.')
    await open(round)
    expect(await text()).toContain('45 übernommene Antworten warten')
  }, 60_000)

  test('when the session has ended, the dialog takes the focus, lets it go, and gives it back', async () => {
    await open(`${round}/frage/raeume`)
    const elsewhere = await (await newPerson(browser)).newPage()
    await elsewhere.goto(`${site.url}/anmelden`)
    await signInHere(elsewhere, 'Erika')
    await elsewhere.waitForURL(/arbeitsbereich/)
    await elsewhere.goto(`${site.url}/konto`)
    await elsewhere.getByRole('button', { name: 'Überall sonst abmelden' }).click()
    await elsewhere.waitForURL(/beendet/)
    await tabTo(page, 'input[name="q.raeume-struktur.choice"]')
    await page.keyboard.press('ArrowDown')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await tabTo(page, '.dec-retry')
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await typeInto(page, 'dialog input[name="email"]', emailOf('Erika'))
    await typeInto(page, 'dialog input[name="password"]', password)
    await page.keyboard.press('Enter')
    await page.getByText(/^\s*Gespeichert \d\d:\d\d/).waitFor()
    const focused = page.locator('input[name="q.raeume-struktur.choice"]:focus')
    expect(await focused.getAttribute('value')).toBe('3')
  }, 60_000)

  test('the round is closed and opened again', async () => {
    await open(round)
    await followTo(page, 'main p a[href$="/abschluss"]', /\/abschluss$/)
    await typeInto(page, '#feld-fileReference', '50.1-12')
    await tabTo(page, 'form[action$="/close"] button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Abgeschlossener Durchgang' }).waitFor()
    await typeInto(page, '[name="reason"]', 'Missverständnis')
    await tabTo(page, 'form[action$="/reopen"] button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Durchgang abschließen' }).waitFor()
  }, 60_000)

  test('two other rounds are compared', async () => {
    await open(place('vergleich'))
    await tabTo(page, '#feld-von')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '#feld-bis')
    await page.keyboard.press('End')
    await followTo(page, '.dec-choose button', /von=/)
    expect(await page.title()).toMatch(/^Vergleich: 2022 und 2024/)
    await tabTo(page, '.dec-change summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('.dec-change details').first().getAttribute('open')).not.toBeNull()
  }, 60_000)

  test('a measure is changed', async () => {
    await open(place('massnahmen'))
    await followTo(page, 'main tbody a', /\/massnahmen\/[\w-]+$/)
    await tabTo(page, '[name="status"]')
    await page.keyboard.press('ArrowLeft')
    await typeInto(page, '[name="note"]', 'Vertrag läuft weiter')
    await followTo(page, 'form:has([name="note"]) button[type="submit"]', /gespeichert/)
    expect(await page.locator('.dec-history').innerText()).toContain('Vertrag läuft weiter')
  }, 60_000)

  test('a target is set', async () => {
    await open(place('ziele'))
    await tabTo(page, '#ziel-raeume summary')
    await page.keyboard.press('Space')
    await typeInto(page, '#raeume-value', '60')
    await typeInto(page, '#raeume-reason', 'Der Neubau beginnt später.')
    await followTo(page, '#ziel-raeume form button', /gespeichert/)
    expect(await page.locator('#ziel-raeume').innerText()).toContain('Der Neubau beginnt später.')
  }, 60_000)

  test('an invitation is made out and revoked', async () => {
    await open(place('mitglieder'))
    await typeInto(page, '#feld-label', 'Frau Yılmaz')
    await tabTo(page, '#einladungen input[name="role"]')
    await page.keyboard.press('ArrowDown')
    await followTo(page, '#einladungen form button[type="submit"]', /eingeladen/)
    expect(await page.locator('.dec-code--large').count()).toBe(1)
    await followTo(page, 'button[name="revoke"]', /widerrufen/)
    expect(await text()).toContain('Die Einladung gilt nicht mehr.')
  }, 60_000)
})
