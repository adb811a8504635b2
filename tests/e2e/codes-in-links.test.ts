/** The code of a link stands behind `#`: no server, no proxy and no history gets to see it. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { fillPerson, inviteMember, openInvitation, setUpLink, setUpWorkspace } from './workspace'

let site: Site
let browser: Browser
let erika: Page
let workspace: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A new person, and everything the browser asks the server for: addresses, and the page each request names as its origin. */
async function watched() {
  const page = await (await newPerson(browser)).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
  return { page, asked }
}
const codeOf = (link: string) => new URL(link).hash.slice(1)
/** Everything on the disk. */
const stored = () =>
  Buffer.concat(readdirSync(site.dataDir).map((name) => readFileSync(join(site.dataDir, name)))).toString('latin1')
const ofAddress = (page: Page) => page.evaluate(() => location.href)

describe('the code of a link', () => {
  test('for setting up fills the field, and leaves the address', async () => {
    const { page, asked } = await watched()
    const link = setUpLink(site)
    await page.goto(link)
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="code"]')?.value !== '')
    expect(await page.locator('input[name="code"]').inputValue()).toBe(codeOf(link))
    expect(await ofAddress(page)).toBe(`${site.url}/einrichten`)
    // A refused form shows it again, and nothing of it lies on the disk.
    await page.getByRole('button', { name: 'Arbeitsbereich einrichten' }).click()
    await page.waitForURL(/fehler=1/)
    expect(await page.locator('input[name="code"]').inputValue()).toBe(codeOf(link))
    expect(asked.filter((line) => line.includes(codeOf(link)))).toEqual([])
    expect(stored()).not.toContain(codeOf(link))
    erika = await (await newPerson(browser)).newPage()
    workspace = await setUpWorkspace(erika, site)
  }, 60_000)

  test('of an invitation is looked up at once, comes back from signing in, and is kept sealed', async () => {
    const { page, asked } = await watched()
    const link = await inviteMember(erika, site, workspace, 'lesen')
    await openInvitation(page, link)
    expect(await page.locator('h1').innerText()).toBe('Einladung in den Arbeitsbereich Musterstadt')
    expect(await ofAddress(page)).toBe(`${site.url}/einladung`)
    await page.getByRole('link', { name: 'Anmelden und dann beitreten' }).click()
    await page.goto(`${site.url}/einladung`)
    await fillPerson(page, 'Ida')
    await page.locator('input[name="password"]').fill('kurz')
    await page.getByRole('button', { name: 'Konto anlegen und beitreten' }).click()
    await page.waitForURL(/\/einladung\?fehler=1$/)
    expect(await page.locator('input[name="name"]').inputValue()).toBe('Ida')
    expect(stored()).not.toContain(codeOf(link))
    // A second link in the same tab, while the first invitation is shown.
    const second = await inviteMember(erika, site, workspace, 'mitarbeit')
    await openInvitation(page, second)
    expect(await page.locator('main').innerText()).toContain('Mitarbeit')
    await fillPerson(page, 'Ida')
    await page.getByRole('button', { name: 'Konto anlegen und beitreten' }).click()
    await page.waitForURL(/\/arbeitsbereich\//)
    await page.goto(`${site.url}/einladung`)
    expect(await page.locator('input[name="code"]').first().inputValue()).toBe('')
    for (const code of [link, second].map(codeOf)) expect(asked.filter((line) => line.includes(code))).toEqual([])
  }, 60_000)

  test('is not read from where a server sees it', async () => {
    const { page } = await watched()
    const code = codeOf(await inviteMember(erika, site, workspace, 'lesen'))
    for (const path of ['einladung', 'einrichten', 'passwort']) {
      await page.goto(`${site.url}/${path}?code=${code}`)
      expect([path, await page.locator('input[name="code"]').first().inputValue()]).toEqual([path, ''])
    }
  }, 60_000)
})
