/** axe (WCAG 2.2 AA) on the pages of accounts and workspaces in each of their states, also at 320 px; long names. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import {
  emailOf,
  inviteMember,
  joinByLink,
  openInvitation,
  password,
  setUpLink,
  setUpWorkspace,
  signInHere,
} from '../e2e/workspace'
import { expectAccessible, expectTiedErrors, sidewaysScroll, violations } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'

const kommune = 'Schwäbisch Beispielhausen an der Langenbeispielach'
const longWord = 'Wirtschaftsförderungsgesellschaftsgeschäftsführung'
let site: Site
let browser: Browser
/** Nobody is signed in here. */
let guest: Page
let erika: Page
let workspace: string

async function newPage(): Promise<Page> {
  const page = await (await newPerson(browser)).newPage()
  page.setDefaultTimeout(10_000)
  return page
}
const place = (...rest: string[]) => [site.url, 'arbeitsbereich', workspace, ...rest].join('/')
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

/** As `expectAccessible`, for an address or for the page as it is, and with axe at 320 px too. */
async function accessible(page: Page, url = page.url()): Promise<void> {
  await expectAccessible(page, url)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** A form was refused: the title says so, each error is linked to its field, and the field to its error. */
async function accessibleRefusal(page: Page): Promise<void> {
  await page.waitForURL(/fehler=1|code=/)
  expect(await page.title()).toMatch(/^Fehler:/)
  await expectTiedErrors(page)
  await accessible(page)
}

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  ;[guest, erika] = [await newPage(), await newPage()]
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('before anybody has an account', () => {
  test('setting up, with the link and refused', async () => {
    await accessible(guest, setUpLink(site))
    await accessible(guest, `${site.url}/einrichten`)
    await press(guest, 'Arbeitsbereich einrichten')
    await accessibleRefusal(guest)
    workspace = await setUpWorkspace(erika, site, 'Erika', kommune)
  }, 60_000)
})

describe('without a session', () => {
  test('signing in: empty, refused, asked for by a page, after signing out', async () => {
    await accessible(guest, `${site.url}/anmelden`)
    await signInHere(guest, 'Erika', 'falsch')
    await accessibleRefusal(guest)
    await accessible(guest, place('mitglieder'))
    expect(await guest.locator('h1').innerText()).toBe('Anmelden')
    await accessible(guest, `${site.url}/anmelden?abgemeldet=1`)
  }, 60_000)

  test('an invitation: its form, a code that is none, a valid one, refused', async () => {
    await accessible(guest, `${site.url}/einladung`)
    await guest.locator('input[name="code"]').fill('0000-0000-0000-0000')
    await press(guest, 'Einladung ansehen')
    await accessibleRefusal(guest)
    const link = await inviteMember(erika, site, workspace, 'lesen')
    await openInvitation(guest, link)
    await accessible(guest)
    await guest.locator('input[name="name"]').fill(longWord)
    await press(guest, 'Konto anlegen und beitreten')
    await accessibleRefusal(guest)
    await joinByLink(browser, link, 'Ida')
    await openInvitation(guest, link)
    await accessibleRefusal(guest)
  }, 90_000)

  test('a new password with a code: empty and refused', async () => {
    await accessible(guest, `${site.url}/passwort`)
    await press(guest, 'Passwort setzen')
    await accessibleRefusal(guest)
  }, 60_000)
})

describe('the own account', () => {
  test('as it is, signed in twice, refused, changed', async () => {
    await accessible(erika, `${site.url}/konto`)
    const elsewhere = await newPage()
    await elsewhere.goto(`${site.url}/anmelden`)
    await signInHere(elsewhere, 'Erika')
    await elsewhere.waitForURL(/arbeitsbereich/)
    await accessible(elsewhere, `${site.url}/anmelden`)
    await accessible(erika, `${site.url}/konto`)
    await press(erika, 'Passwort ändern')
    await accessibleRefusal(erika)
    await erika.goto(`${site.url}/konto`)
    await erika.locator('summary', { hasText: 'Konto löschen …' }).click()
    await press(erika, 'Konto endgültig löschen')
    await accessibleRefusal(erika)
    await erika.goto(`${site.url}/konto`)
    await erika.locator('input[name="current-password"]').fill(password)
    const form = erika.locator('form[action="/api/account/password"]')
    for (const name of ['password', 'password-again']) await form.locator(`input[name="${name}"]`).fill(password)
    await press(erika, 'Passwort ändern')
    await erika.waitForURL(/passwort=1/)
    await accessible(erika)
  }, 90_000)
})

describe('the workspace', () => {
  test.each(['', 'mitglieder', 'uebergabe', 'einstellungen', 'massnahmen', 'verlauf', 'vergleich', 'ziele'])(
    'at its beginning: /%s',
    (path) => accessible(erika, path === '' ? place() : place(path)),
    60_000,
  )

  test('the list of workspaces, full and empty, and after leaving', async () => {
    await accessible(erika, `${site.url}/arbeitsbereich`)
    const ada = await joinByLink(browser, await inviteMember(erika, site, workspace, 'koordination'), 'Ada')
    await ada.goto(place('uebergabe'))
    await press(ada, 'Arbeitsbereich verlassen')
    await accessibleRefusal(ada)
    expect(await ada.locator('#feld-confirm[aria-invalid="true"]').count()).toBe(1)
    await ada.getByLabel(/Ja, ich möchte/).check()
    await press(ada, 'Arbeitsbereich verlassen')
    await ada.waitForURL(/verlassen=1/)
    await accessible(ada)
  }, 90_000)

  test('members: a code just made out, its sheet, open invitations, one revoked, members to change', async () => {
    await erika.goto(place('mitglieder'))
    await erika.locator('input[name="label"]').fill(`Für die ${longWord}`)
    await press(erika, 'Einladung ausstellen')
    await erika.waitForURL(/eingeladen=1/)
    expect(await erika.locator('.dec-code--large').count()).toBe(1)
    await accessible(erika)
    await erika.emulateMedia({ media: 'print' })
    expect(await erika.locator('.dec-code--large').isVisible()).toBe(true)
    await erika.emulateMedia({ media: 'screen' })
    const code = await erika.locator('.dec-code--large').innerText()
    await openInvitation(erika, `${site.url}/einladung#${code}`)
    await accessible(erika)
    await accessible(erika, place('mitglieder'))
    await erika.locator('input[name="label"]').fill('x'.repeat(300))
    await press(erika, 'Einladung ausstellen')
    await accessibleRefusal(erika)
    await erika.goto(place('mitglieder'))
    await erika
      .getByRole('button', { name: /^Einladung widerrufen/ })
      .first()
      .click()
    await erika.waitForURL(/widerrufen/)
    await accessible(erika)
  }, 90_000)

  test('what is said about the Kommune, refused and saved', async () => {
    await erika.goto(place('einstellungen'))
    await erika.locator('input[name="einwohner"]').fill('viele')
    await press(erika, 'Angaben speichern')
    await erika.waitForURL(/fehler=1/)
    await expectTiedErrors(erika)
    await accessible(erika)
    await accessible(erika, `${place('einstellungen')}?gespeichert=1`)
  }, 60_000)
})

describe('a session that ended while a question is open', () => {
  test('the dialog over the page, and its error', async () => {
    await erika.goto(place('neu'))
    await press(erika, 'Durchgang beginnen')
    await erika.waitForURL(/\/check\/[\w-]+$/)
    await erika.goto(`${erika.url()}/frage/schnittstelle`, { waitUntil: 'networkidle' })
    const elsewhere = await newPage()
    await elsewhere.goto(`${site.url}/anmelden`)
    await signInHere(elsewhere, 'Erika')
    await elsewhere.waitForURL(/arbeitsbereich/)
    await elsewhere.goto(`${site.url}/konto`)
    await press(elsewhere, 'Überall sonst abmelden')
    await erika.locator('input[name="q.schnittstelle-struktur.choice"][value="2"]').check()
    const dialog = erika.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })
    await dialog.waitFor()
    const both = async () => {
      expect(await violations(erika)).toEqual([])
      expect(await sidewaysScroll(erika)).toBeLessThanOrEqual(0)
    }
    await both()
    await dialog.getByLabel('E-Mail-Adresse').fill(emailOf('Erika'))
    await dialog.getByLabel('Passwort').fill('falsch')
    await dialog.getByRole('button', { name: 'Anmelden und speichern' }).click()
    await dialog.getByText('passen nicht zusammen').waitFor()
    expect(await dialog.getByLabel('Passwort').getAttribute('aria-invalid')).toBe('true')
    await both()
  }, 90_000)
})
