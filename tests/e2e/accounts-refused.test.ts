/** Forms about members, invitations and the own account that could not do what they asked for, without scripts. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { databaseFile } from '../integration/setup/data-dir'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeMembers, type Members } from '../setup/members'
import { startSite, type Site } from '../setup/site'
import { emailOf, inviteMember, openInvitation, password, signInHere } from './workspace'

let site: Site
let browser: Browser
let members: Members

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  members = await makeMembers(site, 'Musterstadt', { Otto: 'mitarbeit', Ida: 'lesen', Paula: 'koordination' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const place = (...rest: string[]) => [site.url, 'arbeitsbereich', members.workspaceId, ...rest].join('/')
const text = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const foldOf = (page: Page, name: string) => page.locator('details', { hasText: `${name}: Rolle ändern oder entfernen` })
const isChosen = (page: Page, name: string, role: string) =>
  foldOf(page, name).locator(`input[name="role"][value="${role}"]`).isChecked()

async function signedIn(name: string): Promise<[BrowserContext, Page]> {
  const context = await newPerson(browser, { javaScript: false })
  await members.enter(context, name)
  return [context, await context.newPage()]
}

/** Ends this browser's session, the newest of the person, as the idle limit does. */
function endNewestSession(name: string): void {
  const database = new Database(join(site.dataDir, databaseFile))
  const ofPerson = `SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s.userId WHERE u.email = ?`
  database.prepare(`DELETE FROM "Session" WHERE id = (${ofPerson} ORDER BY s.rowid DESC LIMIT 1)`).run(emailOf(name))
  database.close()
}

/** Presses a button when the session is over, and signs in again. */
async function pressTooLate(page: Page, button: string, name = 'Erika'): Promise<void> {
  endNewestSession(name)
  await press(page, button)
  await page.waitForURL(/\/anmelden/)
  await signInHere(page, name)
  await page.waitForURL(/fehler=1/)
  expect(await page.title()).toMatch(/^Fehler:/)
  expect(await text(page)).toContain('Sie waren nicht mehr angemeldet')
}

describe('a session that ended before the form was sent', () => {
  test('another role: it is chosen again in the open fold of that member, and the same button then saves it', async () => {
    const [context, page] = await signedIn('Erika')
    await page.goto(place('mitglieder'))
    await foldOf(page, 'Otto').locator('summary').click()
    await foldOf(page, 'Otto').locator('input[name="role"][value="lesen"]').check()
    endNewestSession('Erika')
    await foldOf(page, 'Otto').getByRole('button', { name: 'Rolle speichern' }).click()
    await page.waitForURL(/\/anmelden/)
    await signInHere(page, 'Erika')
    await page.waitForURL(/mitglieder\?mit=mitglied&fehler=1/)
    expect(await text(page)).toContain('steht noch da')
    expect(await foldOf(page, 'Otto').getAttribute('open')).not.toBeNull()
    expect(await foldOf(page, 'Ida').getAttribute('open')).toBeNull()
    expect(await isChosen(page, 'Otto', 'lesen')).toBe(true)
    // The form for an invitation is another one.
    expect(await page.locator('#einladungen input[name="role"][value="mitarbeit"]').isChecked()).toBe(true)
    await foldOf(page, 'Otto').getByRole('button', { name: 'Rolle speichern' }).click()
    await page.waitForURL(/gespeichert/)
    expect(await isChosen(page, 'Otto', 'lesen')).toBe(true)
    await context.close()
  }, 60_000)

  test('removing: the confirmation stands in the open fold, and nobody is removed yet', async () => {
    const [context, page] = await signedIn('Erika')
    await page.goto(place('mitglieder'))
    await foldOf(page, 'Ida').locator('summary').click()
    await foldOf(page, 'Ida').locator('input[name="confirm"]').check()
    endNewestSession('Erika')
    await foldOf(page, 'Ida').getByRole('button', { name: 'Aus dem Arbeitsbereich entfernen' }).click()
    await page.waitForURL(/\/anmelden/)
    await signInHere(page, 'Erika')
    await page.waitForURL(/fehler=1/)
    expect(await foldOf(page, 'Ida').locator('input[name="confirm"]').isChecked()).toBe(true)
    expect(await isChosen(page, 'Ida', 'lesen')).toBe(true)
    await context.close()
  }, 60_000)

  test('an invitation: role and label are as they were; none is made out yet', async () => {
    const [context, page] = await signedIn('Erika')
    await page.goto(place('mitglieder'))
    await page.locator('input[name="label"]').fill('Frau Yılmaz, Jugendamt')
    await page.locator('#einladungen input[name="role"][value="koordination"]').check()
    await pressTooLate(page, 'Einladung ausstellen')
    expect(await page.locator('input[name="label"]').inputValue()).toBe('Frau Yılmaz, Jugendamt')
    expect(await page.locator('#einladungen input[name="role"][value="koordination"]').isChecked()).toBe(true)
    expect(await text(page)).toContain('Zurzeit ist keine Einladung offen.')
    await context.close()
  }, 60_000)

  test('revoking: it says that nothing is revoked yet, and leaves the form for an invitation alone', async () => {
    const [context, page] = await signedIn('Erika')
    await inviteMember(page, site, members.workspaceId, 'lesen')
    endNewestSession('Erika')
    await page.getByRole('button', { name: /Einladung widerrufen/ }).click()
    await page.waitForURL(/\/anmelden/)
    await signInHere(page, 'Erika')
    await page.waitForURL(/fehler=1/)
    expect(await text(page)).toContain('noch nichts widerrufen')
    expect(await text(page)).not.toContain('steht noch da')
    expect(await page.locator('#einladungen input[name="role"][value="mitarbeit"]').isChecked()).toBe(true)
    await page.getByRole('button', { name: /Einladung widerrufen/ }).click()
    await page.waitForURL(/widerrufen=1/)
    await context.close()
  }, 60_000)

  test('leaving: the confirmation is still ticked', async () => {
    const [context, page] = await signedIn('Paula')
    await page.goto(place('uebergabe'))
    await page.locator('input[name="confirm"]').check()
    await pressTooLate(page, 'Arbeitsbereich verlassen', 'Paula')
    expect(await page.locator('input[name="confirm"]').isChecked()).toBe(true)
    await context.close()
  }, 60_000)

  test('signing out elsewhere: it says that nothing happened, and does it when the button is pressed again', async () => {
    const [elsewhere, other] = await signedIn('Otto')
    const [context, page] = await signedIn('Otto')
    await page.goto(`${site.url}/konto`)
    await pressTooLate(page, 'Überall sonst abmelden', 'Otto')
    expect(await text(page)).toContain('noch nichts geschehen')
    expect(await text(page)).not.toContain('steht noch da')
    expect((await other.goto(`${site.url}/konto`))?.url()).toContain('/konto')
    await press(page, 'Überall sonst abmelden')
    await page.waitForURL(/beendet/)
    await other.goto(`${site.url}/konto`)
    expect(await other.locator('h1').innerText()).toBe('Anmelden')
    await elsewhere.close()
    await context.close()
  }, 60_000)

  test('a new password and deleting the account: nobody is told that a password still stands there', async () => {
    const [context, page] = await signedIn('Otto')
    await page.goto(`${site.url}/konto`)
    await page.locator('input[name="current-password"]').fill(password)
    for (const name of ['password', 'password-again']) {
      await page.locator(`form[action="/api/account/password"] input[name="${name}"]`).fill('Regen Teppich Ziegel')
    }
    await pressTooLate(page, 'Passwort ändern', 'Otto')
    expect(await text(page)).toContain('gilt noch das bisherige Passwort')
    expect(await text(page)).not.toContain('steht noch da')
    await page.locator('details', { hasText: 'Konto löschen …' }).locator('summary').click()
    await page.locator('form[action="/api/account/delete"] input[name="password"]').fill(password)
    await pressTooLate(page, 'Konto endgültig löschen', 'Otto')
    expect(await text(page)).toContain('noch nichts gelöscht')
    expect(await text(page)).not.toContain('steht noch da')
    await context.close()
  }, 60_000)
})

describe('an invitation', () => {
  test('is printed only while it is open', async () => {
    const [context, page] = await signedIn('Erika')
    await inviteMember(page, site, members.workspaceId, 'lesen')
    const shown = page.url()
    expect(await page.locator('.dec-code--large').count()).toBe(1)
    expect(await text(page)).toMatch(/ausgestellt am \d\d\.\d\d\.\d{4} von Erika/)
    await page.getByRole('button', { name: /Einladung widerrufen/ }).click()
    await page.waitForURL(/widerrufen=1/)
    await page.goto(shown)
    expect(await page.locator('h1').innerText()).toBe('Mitglieder')
    expect(await page.locator('.dec-code--large').count()).toBe(0)
    await context.close()
  }, 60_000)

  test('that gives a member nothing new says so and has no button; one with a larger role says from which to which', async () => {
    const [context, page] = await signedIn('Erika')
    const [otherContext, paula] = await signedIn('Paula')
    const small = await inviteMember(page, site, members.workspaceId, 'lesen')
    await openInvitation(paula, small, { typed: true })
    expect(await text(paula)).toContain('Sie gehören schon mit der Rolle „Koordination“ zu diesem Arbeitsbereich.')
    expect(await paula.locator('form[action="/api/invitation"]').count()).toBe(0)
    const code = new URL(small).hash.slice(1)
    const sent = await paula.request.post(`${site.url}/api/invitation`, { headers: { origin: site.url }, data: { code } })
    expect(sent.status()).toBe(200)
    await openInvitation(paula, small, { typed: true })
    expect(await text(paula)).toContain('Sie gehören schon')
    const [idaContext, ida] = await signedIn('Ida')
    await openInvitation(ida, await inviteMember(page, site, members.workspaceId, 'mitarbeit'), { typed: true })
    expect(await text(ida)).toContain('Ihre Rolle „Lesen“ wird zu „Mitarbeit“')
    await press(ida, 'Neue Rolle annehmen')
    await ida.waitForURL(/\/arbeitsbereich\/[^/?]+$/)
    expect(await ida.locator('.dec-workspace-head').innerText()).toContain('Ihre Rolle: Mitarbeit')
    for (const one of [context, otherContext, idaContext]) await one.close()
  }, 60_000)

  test('ends with the role of who made it out, and the pages say so', async () => {
    const [context, paula] = await signedIn('Paula')
    const link = await inviteMember(paula, site, members.workspaceId, 'koordination')
    await paula.goto(place('uebergabe'))
    expect(await text(paula)).toContain('Einladungen, die Sie ausgestellt haben und die noch offen sind, gelten dann nicht mehr.')
    expect(await text(paula)).toMatch(/Ohne Angabe – Koordination, ausgestellt von Paula/)
    const [erikaContext, erika] = await signedIn('Erika')
    await erika.goto(place('mitglieder'))
    await foldOf(erika, 'Paula').locator('summary').click()
    expect(await foldOf(erika, 'Paula').innerText()).toMatch(/Einladungen, die Paula ausgestellt hat und die noch offen sind/)
    await foldOf(erika, 'Paula').locator('input[name="role"][value="lesen"]').check()
    await foldOf(erika, 'Paula').getByRole('button', { name: 'Rolle speichern' }).click()
    await erika.waitForURL(/gespeichert/)
    await openInvitation(paula, link, { typed: true })
    expect(await text(paula)).toContain('Dieser Code gilt nicht oder nicht mehr.')
    for (const one of [context, erikaContext]) await one.close()
  }, 60_000)
})
