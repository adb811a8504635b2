/** Accounts and the workspace without JavaScript: setting up, members, what is said about the Kommune, the own account. */
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { emailOf, inviteMember, joinByCode, joinByLink, openInvitation, password, setUpWorkspace, signInHere } from './workspace'

const withoutScripts = { javaScript: false }
let site: Site
let browser: Browser
let erika: Page
let workspace: string

const newPage = async () => await (await newPerson(browser, withoutScripts)).newPage()
const place = (...rest: string[]) => [site.url, 'arbeitsbereich', workspace, ...rest].join('/')
const text = (page: Page) => page.locator('main').innerText()
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  erika = await newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('without scripts', () => {
  test('the workspace is set up; what is said about the Kommune is refused with what was typed, then saved', async () => {
    workspace = await setUpWorkspace(erika, site)
    await erika.goto(place('einstellungen'))
    await erika.locator('input[name="einwohner"]').fill('viele')
    await erika.locator('select[name="land"]').selectOption('hessen')
    await press(erika, 'Angaben speichern')
    await erika.waitForURL(/fehler=1/)
    expect(await erika.title()).toMatch(/^Fehler:/)
    expect(await erika.locator('input[name="einwohner"]').inputValue()).toBe('viele')
    await erika.locator('input[name="einwohner"]').fill('31.000')
    await erika.locator('input[name="einwohner.year"]').fill('2025')
    await erika.locator('input[name="einwohner.source"]').fill('Melderegister')
    await press(erika, 'Angaben speichern')
    await erika.waitForURL(/fehler=1|gespeichert/)
    await erika.goto(place('einstellungen'))
    expect(await erika.locator('input[name="einwohner"]').inputValue()).toBe('31000')
    expect(await erika.locator('select[name="land"]').inputValue()).toBe('hessen')
  }, 60_000)

  test('a member joins with the code, gets another role, and is removed after a confirmation', async () => {
    await inviteMember(erika, site, workspace, 'lesen')
    const code = await erika.locator('.dec-code--large').innerText()
    const ida = await joinByCode(browser, site, code, 'Ida', withoutScripts)
    expect(await ida.locator('.dec-workspace-head').innerText()).toContain('Ihre Rolle: Lesen')
    await erika.goto(place('mitglieder'))
    const manage = erika.locator('details', { hasText: 'Ida: Rolle ändern oder entfernen' })
    await manage.locator('summary').click()
    await manage.locator('input[name="role"][value="mitarbeit"]').check()
    await manage.getByRole('button', { name: 'Rolle speichern' }).click()
    await erika.waitForURL(/gespeichert/)
    await ida.reload()
    expect(await ida.locator('.dec-workspace-head').innerText()).toContain('Ihre Rolle: Mitarbeit')
    await manage.locator('summary').click()
    await manage.getByRole('button', { name: 'Aus dem Arbeitsbereich entfernen' }).click()
    // The browser itself asks for the confirmation.
    expect(await erika.locator('input[name="confirm"]:invalid').count()).toBe(1)
    await manage.locator('input[name="confirm"]').check()
    await manage.getByRole('button', { name: 'Aus dem Arbeitsbereich entfernen' }).click()
    await erika.waitForLoadState()
    await erika.goto(place('mitglieder'))
    expect(await text(erika)).not.toContain('Ida')
    expect((await ida.goto(place()))?.status()).toBe(404)
    await ida.goto(`${site.url}/arbeitsbereich`)
    expect(await text(ida)).toContain('Sie gehören noch zu keinem Arbeitsbereich.')
  }, 90_000)

  test('who has an account joins by a button; who leaves says so first', async () => {
    const otto = await joinByLink(browser, await inviteMember(erika, site, workspace, 'mitarbeit'), 'Otto', withoutScripts)
    await otto.goto(place('uebergabe'))
    await press(otto, 'Arbeitsbereich verlassen')
    await otto.waitForURL(/fehler=1/)
    expect(await text(otto)).toContain('Bitte bestätigen Sie, dass Sie den Arbeitsbereich verlassen möchten.')
    await otto.getByLabel(/Ja, ich möchte/).check()
    await press(otto, 'Arbeitsbereich verlassen')
    await otto.waitForURL(/verlassen=1/)
    await openInvitation(otto, await inviteMember(erika, site, workspace, 'lesen'), { typed: true })
    await press(otto, 'Arbeitsbereich beitreten')
    await otto.waitForURL(/\/arbeitsbereich\/[^/?]+$/)
    expect(await otto.locator('.dec-workspace-head').innerText()).toContain('Ihre Rolle: Lesen')
  }, 90_000)

  test('a forgotten password is set anew with the code of the operator', async () => {
    const env = { ...process.env, DATA_DIR: site.dataDir, APP_URL: site.url, NODE_OPTIONS: '' }
    const told = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/admin.ts', 'reset', emailOf('Otto')], {
      env,
      encoding: 'utf8',
    })
    const link = /https?:\S+\/passwort#[0-9A-Z-]+/.exec(told.stdout)?.[0]
    expect(link ?? told.stderr).toMatch(/passwort/)
    const page = await newPage()
    const [address, code] = link!.split('#')
    await page.goto(address!)
    await page.locator('input[name="code"]').fill(code!)
    for (const name of ['password', 'password-again']) await page.locator(`input[name="${name}"]`).fill('kurz')
    await press(page, 'Passwort setzen')
    await page.waitForURL(/fehler=1/)
    expect(await text(page)).toContain('12 Zeichen')
    for (const name of ['password', 'password-again']) await page.locator(`input[name="${name}"]`).fill('Regen Teppich Ziegel')
    await press(page, 'Passwort setzen')
    await page.waitForURL(/neues-passwort/)
    await signInHere(page, 'Otto', 'Regen Teppich Ziegel')
    await page.waitForURL(/arbeitsbereich/)
  }, 60_000)

  test('the own account: signing out elsewhere, another password, deleting', async () => {
    const page = await newPage()
    await page.goto(`${site.url}/anmelden`)
    await signInHere(page, 'Ida')
    await page.waitForURL(/arbeitsbereich/)
    await page.goto(`${site.url}/konto`)
    expect(await text(page)).toContain('Sie sind in 2 Browsern angemeldet.')
    await press(page, 'Überall sonst abmelden')
    await page.waitForURL(/beendet/)
    expect(await text(page)).toContain('Sie sind nur in diesem Browser angemeldet.')
    const form = page.locator('form[action="/api/account/password"]')
    await form.locator('input[name="current-password"]').fill(password)
    for (const name of ['password', 'password-again']) await form.locator(`input[name="${name}"]`).fill('Regen Teppich Ziegel')
    await press(page, 'Passwort ändern')
    await page.waitForURL(/passwort=1/)
    const fold = page.locator('details', { hasText: 'Konto löschen …' })
    await fold.locator('summary').click()
    await fold.locator('input[name="password"]').fill('falsch falsch falsch')
    await press(page, 'Konto endgültig löschen')
    await page.waitForURL(/fehler=1/)
    expect(await page.title()).toMatch(/^Fehler:/)
    await page.locator('form[action="/api/account/delete"] input[name="password"]').fill('Regen Teppich Ziegel')
    await press(page, 'Konto endgültig löschen')
    await page.waitForURL(/geloescht=1/)
    expect(await text(page)).toContain('Ihr Konto ist gelöscht.')
  }, 60_000)
})
