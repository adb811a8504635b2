/** Without JavaScript: what somebody was writing when the role changed or the membership ended. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { acceptInvitation, invite } from '@/lib/accounts/invitation-service'
import { changeRole, removeMember } from '@/lib/accounts/member-service'
import type { Role } from '@/lib/accounts/permissions'
import { closeDatabase } from '@/lib/db'
import { expectAccessible, openFolds } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { makeMeasuresScene, type MeasuresScene } from './measures-scene'
import { signInHere } from './workspace'

const withoutScripts = { javaScript: false }
let site: Site
let browser: Browser
let scene: MeasuresScene

const text = (page: Page) => page.locator('main').innerText()
const workspacePath = (rest: string) => `${site.url}/arbeitsbereich/${scene.workspaceId}/${rest}`
const setRole = (role: Role) => changeRole(scene.erika, scene.workspaceId, scene.otto.userId, role, new Date())

/** Otto is invited once more and comes back. */
async function joinAgain(): Promise<void> {
  const { code } = await invite(scene.erika, scene.workspaceId, { role: 'mitarbeit', label: '' }, new Date())
  await acceptInvitation(code, scene.otto, new Date())
}

/** Ends all sessions as the idle limit does: the browsers keep their cookies. */
function endSessions(): void {
  const file = readdirSync(site.dataDir).find((name) => /\.(db|sqlite)$/.test(name)) ?? ''
  const database = new Database(join(site.dataDir, file))
  database.prepare(`DELETE FROM "Session"`).run()
  database.close()
}

/** Opens a page as Otto, fills a field of a form, lets something happen, and sends the form. */
async function send(
  page: Page,
  address: string | null,
  form: string,
  field: string,
  typed: string,
  meanwhile: () => Promise<unknown>,
) {
  if (address !== null) await page.goto(address)
  const sent = page.locator(`form[action$="${form}"]`).first()
  await openFolds(page)
  await sent.locator(`[name="${field}"]`).fill(typed)
  const factor = sent.locator('select[name="factorId"]')
  if ((await factor.count()) > 0) await factor.selectOption('raeume')
  await meanwhile()
  await sent.locator('button').first().click()
  await page.waitForURL(/\/fehler\//)
}

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  scene = await makeMeasuresScene(site)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await closeDatabase()
})

describe('a smaller role while a form is open', () => {
  test.each([
    ['neu', '/rounds', 'name', 'Nachgeholt im Frühjahr'],
    ['einstellungen', '/profile', 'name', 'Musterstadt an der Linde'],
    ['ziele', '/targets', 'reason', 'Erst die Stelle, dann das Ziel.'],
    ['massnahmen/neu', '/measures', 'title', 'Ein Raum für alle im Nordviertel'],
    ['mitglieder', '/invitations', 'label', 'Frau Yılmaz, Jugendamt'],
  ])(
    'on „%s“ the page says why and shows what was written',
    async (rest, form, field, typed) => {
      await setRole('koordination')
      const page = await (await scene.browserOf(browser, 'Otto', withoutScripts)).newPage()
      await send(page, workspacePath(rest), form, field, typed, () => setRole('lesen'))
      expect(page.url()).toContain('/fehler/forbidden')
      expect(await page.locator('h1').innerText()).toBe('Dafür ist eine andere Rolle nötig')
      expect(await text(page)).toContain('Das hatten Sie geschrieben')
      expect(await text(page)).toContain(typed)
      await page.getByRole('link', { name: 'Zum Arbeitsbereich' }).click()
      await page.waitForURL(workspacePath('').replace(/\/$/, ''))
    },
    60_000,
  )
})

describe('a session that ends', () => {
  test('a page whose address has several parts is the same after signing in', async () => {
    const context = await scene.browserOf(browser, 'Erika', withoutScripts)
    const page = await context.newPage()
    const address = workspacePath(`vergleich?von=${scene.rounds.first}&nach=${scene.rounds.second}`)
    await page.goto(address)
    const shown = await page.locator('h1').innerText()
    endSessions()
    await page.goto(address)
    await signInHere(page, 'Erika')
    await page.waitForURL(address)
    expect(await page.locator('h1').innerText()).toBe(shown)
  }, 60_000)

  test('while a field is wrong: login comes first, then the form as it was filled in with what is wrong', async () => {
    const context = await scene.browserOf(browser, 'Erika', withoutScripts)
    const page = await context.newPage()
    await page.goto(workspacePath('massnahmen/neu'))
    await page.locator('input[name="title"]').fill('Ein Raum für alle im Nordviertel')
    endSessions()
    await page.locator('form[action$="/measures"] button').click()
    await page.locator('form[action="/api/session"]').waitFor()
    await signInHere(page, 'Erika')
    await page.waitForURL(/massnahmen\/neu.*fehler=1/)
    expect(await page.locator('#fehler').innerText()).toContain('Erfolgsfaktor')
    expect(await page.locator('input[name="title"]').inputValue()).toBe('Ein Raum für alle im Nordviertel')
  }, 60_000)
})

describe('nothing of the workspace any more', () => {
  test('a removed member whose form has a wrong field as well can copy what was written', async () => {
    await setRole('mitarbeit')
    const page = await (await scene.browserOf(browser, 'Otto', withoutScripts)).newPage()
    await page.goto(workspacePath('massnahmen/neu'))
    await page.locator('input[name="dueOn"]').fill('31.02.2027')
    await send(page, null, '/measures', 'title', 'Ein Raum für alle im Nordviertel', async () => {
      await removeMember(scene.erika, scene.workspaceId, scene.otto.userId, new Date())
    })
    expect(page.url()).toContain('/fehler/not-found')
    expect(await text(page)).toContain('Ein Raum für alle im Nordviertel')
    expect(await text(page)).toContain('31.02.2027')
    await joinAgain()
  }, 60_000)

  test('a removed member can copy what was written; whoever uses the browser after signing out cannot', async () => {
    await setRole('mitarbeit')
    const context = await scene.browserOf(browser, 'Otto', withoutScripts)
    const page = await context.newPage()
    const typed = 'Der Beschluss von 2024 nennt keine Zuständigkeit.\nNachfragen im Amt 50.'
    const address = `${site.url}/check/${scene.rounds.second}/frage/rueckendeckung`
    const field = 'q.rueckendeckung-struktur.comment'
    await send(page, address, '/answers', field, typed, () =>
      removeMember(scene.erika, scene.workspaceId, scene.otto.userId, new Date()),
    )
    expect(page.url()).toContain('/fehler/not-found')
    const main = await text(page)
    expect(main).toContain('Hier ist nichts zu finden')
    expect(main).toContain(typed)
    // Not what the page sends by itself.
    expect(main).not.toContain('rueckendeckung')
    const shown = page.url()
    const withScripts = await newPerson(browser)
    await withScripts.addCookies(await context.cookies())
    await expectAccessible(await withScripts.newPage(), shown)
    await page.goto(`${site.url}/fehler/not-found`)
    expect(await text(page)).not.toContain('Amt 50')
    await page.goto(`${site.url}/konto`)
    await page.locator('form[action="/api/session/end"] button').first().click()
    await page.waitForURL(/abgemeldet/)
    await page.goto(shown)
    expect(await text(page)).toContain('Hier ist nichts zu finden')
    expect(await text(page)).not.toContain('Amt 50')
  }, 60_000)
})
