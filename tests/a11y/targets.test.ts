/** axe (WCAG 2.2 AA) on the page of targets; no sideways scrolling at 320 px. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { expectAccessible, expectTiedErrors } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeMembers } from '../setup/members'
import { startSite, type Site } from '../setup/site'

let site: Site
let browser: Browser
let path: string
let erika: Page
let ida: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  const { workspaceId, enter } = await makeMembers(site, 'Musterstadt', { Ida: 'lesen' })
  path = `${site.url}/arbeitsbereich/${workspaceId}/ziele`
  const pageOf = async (name: string) => {
    const person = await newPerson(browser)
    await enter(person, name)
    return await person.newPage()
  }
  ;[erika, ida] = [await pageOf('Erika'), await pageOf('Ida')]
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('targets', () => {
  test('before there is a round', async () => {
    await expectAccessible(erika, path)
    // Questions about a Quartier wait for a round that names one.
    expect(await erika.locator('.dec-target form').count()).toBe(11)
  }, 60_000)

  test('a refused form, opened, each error linked to its field', async () => {
    await erika.goto(path, { waitUntil: 'networkidle' })
    const own = erika.locator('#ziel-strategie')
    await own.locator('summary').click()
    await own.locator('[name="value"]').fill('60')
    await own.locator('[name="reason"]').fill('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(30))
    await own.getByRole('button', { name: 'Ziel speichern' }).click()
    await erika.waitForURL(/fehler=1/)
    const links = await erika.locator('#fehler a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!.slice(1)))
    expect(links).toEqual(['feld-reason'])
    await expectTiedErrors(erika)
    await expectAccessible(erika, erika.url())
  }, 60_000)

  test('for who may only read there is nothing to change', async () => {
    await expectAccessible(ida, path)
    expect(await ida.locator('main form').count()).toBe(0)
    expect(await ida.locator('main').innerText()).toContain('Ziele setzt die Koordination des Arbeitsbereichs.')
  }, 60_000)

  test('a target is set by keyboard alone', async () => {
    await erika.goto(path, { waitUntil: 'networkidle' })
    const until = async (wanted: string) => {
      for (let step = 0; step < 80; step += 1) {
        if (await erika.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return
        await erika.keyboard.press('Tab')
      }
      throw new Error(`focus never reached ${wanted}`)
    }
    await until('#ziel-rueckendeckung summary')
    await erika.keyboard.press('Enter')
    await until('#rueckendeckung-reason')
    await erika.keyboard.type('Neue Stadtspitze ab Mai')
    await until('#ziel-rueckendeckung button')
    await erika.keyboard.press('Enter')
    await erika.waitForURL(/gespeichert/)
    expect(await erika.locator('#ziel-rueckendeckung').innerText()).toContain('Neue Stadtspitze ab Mai')
  }, 60_000)
})
