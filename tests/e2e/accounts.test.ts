/** Accounts as people use them: setting up, inviting, signing in and out, an expired session, leaving. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { beginCheck } from './fill-check'
import { inDatabase } from './in-database'
import { emailOf, fillPerson, inviteMember, joinByLink, openInvitation } from './workspace'
import { password, setUpLink, setUpWorkspace, signInHere } from './workspace'

let site: Site
let browser: Browser
let erika: Page
let workspace: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  erika = await (await newPerson(browser)).newPage()
  workspace = await setUpWorkspace(erika, site)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const heading = (page: Page) => page.locator('h1').innerText()
const workspaceUrl = (...rest: string[]) => [site.url, 'arbeitsbereich', workspace, ...rest].join('/')

/** Ends all sessions of a person, as the idle limit does. */
const endSessions = (name: string) =>
  inDatabase(site, `DELETE FROM "Session" WHERE userId = (SELECT id FROM "User" WHERE email = ?)`, emailOf(name))

describe('setting up', () => {
  test('the link works once; who has it afterwards is told so and keeps what was typed', async () => {
    const other = await (await newPerson(browser, { javaScript: false })).newPage()
    const [address, code] = setUpLink(site).split('#')
    await other.goto(address!)
    await other.locator('input[name="code"]').fill(code!)
    await other.locator('input[name="kommune"]').fill('Zweitstadt')
    await other.locator('input[name="name"]').fill('Otto')
    await other.locator('input[name="email"]').fill('otto@zweitstadt.de')
    for (const name of ['password', 'password-again']) await other.locator(`input[name="${name}"]`).fill(password)
    await other.getByRole('button', { name: 'Arbeitsbereich einrichten' }).click()
    expect(await other.title()).toMatch(/^Fehler:/)
    const typed = (name: string) => other.locator(`input[name="${name}"]`).inputValue()
    expect([await typed('kommune'), await typed('password')]).toEqual(['Zweitstadt', ''])
    expect(await other.locator('main').innerText()).toContain('Dieser Code gilt nicht oder nicht mehr.')
  })

  test('the coordinator is asked for a second one', async () => {
    await erika.goto(workspaceUrl())
    await erika.getByRole('region', { name: 'Eine zweite Koordination fehlt' }).getByRole('link').click()
    expect(await erika.locator('#einladungen input[value="koordination"]').isChecked()).toBe(true)
  })
})

describe('signing in', () => {
  test.each([true, false])('leads to the page that was asked for (scripts: %s)', async (javaScript) => {
    const page = await (await newPerson(browser, { javaScript })).newPage()
    await page.goto(workspaceUrl('mitglieder'))
    expect(await heading(page)).toBe('Anmelden')
    await signInHere(page, 'Erika', 'falsch falsch falsch')
    await page.waitForURL(/fehler=1/)
    expect(await page.locator('main').innerText()).toContain('E-Mail-Adresse und Passwort passen nicht zusammen.')
    expect(await page.locator('input[name="email"]').inputValue()).toBe(emailOf('Erika'))
    await signInHere(page, 'Erika')
    await page.waitForURL(/\/mitglieder$/)
    expect(await heading(page)).toBe('Mitglieder')
    await page.goto(`${site.url}/konto`)
    await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
    await page.waitForURL(/abgemeldet/)
    await page.goto(workspaceUrl())
    expect(await heading(page)).toBe('Anmelden')
  })

  test('a session cookie is for this browser only: hidden from scripts, Lax, gone when the browser closes', async () => {
    const cookie = (await erika.context().cookies()).find(({ name }) => name === 'dec-session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 })
  })
})

describe('members', () => {
  test('an invitation is printed once, redeemed by a button, revoked, and a removed member is out at once', async () => {
    const link = await inviteMember(erika, site, workspace, 'mitarbeit')
    // A mail scanner opens the link: nothing happens.
    for (const scan of [1, 2]) expect([scan, (await fetch(link)).status]).toEqual([scan, 200])
    const ida = await joinByLink(browser, link, 'Ida', { javaScript: false })
    expect(await ida.locator('.dec-workspace-head').innerText()).toContain('Mitarbeit')
    expect(await ida.locator('main').innerText()).not.toContain('Durchgang beginnen')

    const late = await (await newPerson(browser)).newPage()
    await openInvitation(late, link)
    expect(await late.locator('main').innerText()).toContain('Dieser Code gilt nicht oder nicht mehr.')

    const second = await inviteMember(erika, site, workspace, 'lesen')
    await erika
      .getByRole('button', { name: /Einladung widerrufen/ })
      .first()
      .click()
    await erika.waitForURL(/widerrufen/)
    await openInvitation(late, second)
    expect(await late.locator('main').innerText()).toContain('Dieser Code gilt nicht oder nicht mehr.')

    await erika.goto(workspaceUrl('mitglieder'))
    await erika.getByText('Ida: Rolle ändern oder entfernen').click()
    await erika.getByLabel(/Ja, Ida soll keinen Zugang/).check()
    await erika.getByRole('button', { name: 'Aus dem Arbeitsbereich entfernen' }).click()
    await erika.waitForURL(/gespeichert/)
    expect((await ida.goto(workspaceUrl()))?.status()).toBe(404)
  })

  test('whoever signs in in another tab before joining with a new account is told so, and asked whose account is meant', async () => {
    const paula = await joinByLink(browser, await inviteMember(erika, site, workspace, 'lesen'), 'Paula')
    const context = paula.context()
    const cookies = await context.cookies()
    await context.clearCookies()
    const page = await context.newPage()
    await openInvitation(page, await inviteMember(erika, site, workspace, 'mitarbeit'))
    await context.addCookies(cookies)
    await fillPerson(page, 'Pauline')
    await page.getByRole('button', { name: 'Konto anlegen und beitreten' }).click()
    await page.waitForURL(/fehler=1/)
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual([expect.stringContaining('inzwischen jemand angemeldet')])
    expect(await page.locator('main').innerText()).toContain('paula@musterstadt.de')
    await page.getByRole('button', { name: 'Neue Rolle annehmen' }).click()
    await page.waitForURL(/\/arbeitsbereich\/[^/?]+$/)
    expect(await page.locator('.dec-workspace-head').innerText()).toContain('Ihre Rolle: Mitarbeit')
    await context.close()
  }, 60_000)

  test('the last coordinator can neither leave nor be anything else', async () => {
    await erika.goto(workspaceUrl('uebergabe'))
    expect(await erika.locator('main').innerText()).toContain('Sie sind die einzige Koordination.')
    expect(await erika.getByRole('button', { name: 'Arbeitsbereich verlassen' }).count()).toBe(0)
    const answer = await erika.request.post(`${site.url}/api/workspaces/${workspace}/members`, {
      headers: { origin: site.url },
      data: { action: 'leave', confirm: 'ja' },
    })
    expect(answer.status()).toBe(409)
  })

  test('a second coordinator prints the handover sheet and leaves', async () => {
    const otto = await joinByLink(browser, await inviteMember(erika, site, workspace, 'koordination'), 'Otto')
    await otto.goto(workspaceUrl('uebergabe'))
    expect(await otto.locator('main').innerText()).toContain(emailOf('Erika'))
    await otto.getByRole('button', { name: 'Arbeitsbereich verlassen' }).click()
    await otto.waitForURL(/fehler=1/)
    await otto.getByLabel(/Ja, ich möchte den Arbeitsbereich/).check()
    await otto.getByRole('button', { name: 'Arbeitsbereich verlassen' }).click()
    await otto.waitForURL(/verlassen=1/)
    expect((await otto.goto(workspaceUrl()))?.status()).toBe(404)
  })
})

describe('a session that ends while somebody works', () => {
  let round: string
  beforeAll(async () => {
    round = await beginCheck(erika, site.url)
    inDatabase(site, `UPDATE "Assessment" SET workspaceId = ?, name = '2026' WHERE id = ?`, workspace, round)
    inDatabase(site, `DELETE FROM "KeyGrant" WHERE assessmentId = ?`, round)
  }, 60_000)

  test('with scripts: login is asked for over the page, and what was chosen is saved afterwards', async () => {
    await erika.goto(`${site.url}/check/${round}/frage/schnittstelle`, { waitUntil: 'networkidle' })
    endSessions('Erika')
    await erika.locator('input[name="q.schnittstelle-struktur.choice"][value="2"]').check()
    const dialog = erika.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })
    await dialog.waitFor()
    await dialog.getByLabel('E-Mail-Adresse').fill(emailOf('Erika'))
    await dialog.getByLabel('Passwort').fill('falsch falsch falsch')
    await dialog.getByRole('button', { name: 'Anmelden und speichern' }).click()
    await dialog.getByText('passen nicht zusammen').waitFor()
    await dialog.getByLabel('Passwort').fill(password)
    await dialog.getByRole('button', { name: 'Anmelden und speichern' }).click()
    await erika.getByText(/^\s*Gespeichert \d\d:\d\d/).waitFor()
    await erika.reload()
    expect(await erika.locator('input[name="q.schnittstelle-struktur.choice"][value="2"]').isChecked()).toBe(true)
  }, 60_000)

  test('without scripts: the form comes back after the login as it was filled in', async () => {
    const context = await newPerson(browser, { javaScript: false })
    const page = await context.newPage()
    await page.goto(`${site.url}/anmelden`)
    await signInHere(page, 'Erika')
    await page.goto(`${site.url}/check/${round}/frage/schnittstelle`)
    endSessions('Erika')
    await page
      .locator('textarea[name="q.schnittstelle-struktur.comment"]')
      .evaluate((area) => area.closest('details')?.setAttribute('open', ''))
    await page.locator('textarea[name="q.schnittstelle-struktur.comment"]').fill('Nur hier getippt.')
    await page.getByRole('button', { name: /^Speichern und weiter/ }).click()
    await page.waitForURL(/\/anmelden/)
    await signInHere(page, 'Erika')
    await page.waitForURL(/frage\/schnittstelle\?fehler=1/)
    expect(await page.locator('main').innerText()).toContain('Sie waren nicht mehr angemeldet')
    expect(await page.locator('textarea[name="q.schnittstelle-struktur.comment"]').inputValue()).toBe('Nur hier getippt.')
    await page.getByRole('button', { name: /^Speichern und weiter/ }).click()
    await page.waitForURL(/frage\/(?!schnittstelle)/)
    await page.goto(`${site.url}/check/${round}/frage/schnittstelle`)
    expect(await page.locator('textarea[name="q.schnittstelle-struktur.comment"]').inputValue()).toBe('Nur hier getippt.')
    await context.close()
  }, 60_000)

  test('a check of this browser stays open by its key', async () => {
    const context = await newPerson(browser)
    const page = await context.newPage()
    const own = await beginCheck(page, site.url)
    await page.goto(`${site.url}/anmelden`)
    await signInHere(page, 'Erika')
    await page.waitForURL(/arbeitsbereich/)
    endSessions('Erika')
    expect((await page.goto(`${site.url}/check/${own}`))?.status()).toBe(200)
    await context.close()
  }, 60_000)

  test('whoever signs out in one tab is asked to sign in over the page that is open in the other', async () => {
    const context = await newPerson(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/anmelden`)
    await signInHere(page, 'Erika')
    await page.goto(`${site.url}/check/${round}/frage/ressourcen`, { waitUntil: 'networkidle' })
    const other = await context.newPage()
    await other.goto(`${site.url}/konto`)
    await other.getByRole('button', { name: 'Abmelden', exact: true }).click()
    await other.waitForURL(/abgemeldet/)
    await page.locator('input[type="radio"][value="3"]').first().check()
    const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })
    await dialog.getByLabel('E-Mail-Adresse').fill(emailOf('Erika'))
    await dialog.getByLabel('Passwort').fill(password)
    await dialog.getByRole('button', { name: 'Anmelden und speichern' }).click()
    await page.getByText(/^\s*Gespeichert \d\d:\d\d/).waitFor()
    await page.reload()
    expect(await page.locator('input[type="radio"][value="3"]').first().isChecked()).toBe(true)
    await context.close()
  }, 60_000)
})

describe('the own account', () => {
  test('a new password ends the other sessions; deleting removes the person and keeps the answers', async () => {
    const otherDoor = await joinByLink(browser, await inviteMemberAgain(), 'Ada')
    const elsewhere = await (await newPerson(browser)).newPage()
    await elsewhere.goto(`${site.url}/anmelden`)
    await signInHere(elsewhere, 'Ada')
    await elsewhere.waitForURL(/arbeitsbereich/)

    await otherDoor.goto(`${site.url}/konto`)
    await otherDoor.locator('input[name="current-password"]').fill(password)
    for (const name of ['password', 'password-again']) {
      await otherDoor.locator(`form[action="/api/account/password"] input[name="${name}"]`).fill('Regen Teppich Ziegel')
    }
    await otherDoor.getByRole('button', { name: 'Passwort ändern' }).click()
    await otherDoor.waitForURL(/passwort=1/)
    await elsewhere.goto(`${site.url}/konto`)
    expect(await heading(elsewhere)).toBe('Anmelden')

    await otherDoor.getByText('Konto löschen …').click()
    await otherDoor.locator('form[action="/api/account/delete"] input[name="password"]').fill('Regen Teppich Ziegel')
    await otherDoor.getByRole('button', { name: 'Konto endgültig löschen' }).click()
    await otherDoor.waitForURL(/geloescht=1/)
    await signInHere(otherDoor, 'Ada', 'Regen Teppich Ziegel')
    await otherDoor.waitForURL(/fehler=1/)
  }, 60_000)

  async function inviteMemberAgain(): Promise<string> {
    await erika.goto(`${site.url}/anmelden`)
    await signInHere(erika, 'Erika')
    await erika.waitForURL(/arbeitsbereich/)
    return await inviteMember(erika, site, workspace, 'mitarbeit')
  }
})
