/** By keyboard alone: what a newer version of the questionnaire changes, moving to it, and the history of an answer. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { contentWithNextVersion } from '../factories/next-version'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'
import { followTo, tabThrough, tabTo } from './keyboard-steps'

const content = contentWithNextVersion()
let site: Site
let browser: Browser
let rounds: Rounds
let page: Page

const [looked, moved, told] = [0, 1, 2]
const check = (round: number, path = '') => `${site.url}/check/${rounds.ids[round]}${path}`
const text = () => page.locator('main').innerText()
const open = (url: string) => page.goto(url, { waitUntil: 'networkidle' })

/** The rounds are made with 1.0.0, as the tests' own process has it; the site has 1.1.0 beside it. */
beforeAll(async () => {
  site = await startSite({ CONTENT_DIR: content })
  browser = await launchBrowser()
  rounds = await makeRounds(
    site,
    ['Angesehen', 'Umgestellt', 'Geändert'].map((name) => ({ name, year: 2026, choiceOf: () => '2', open: true })),
  )
  const person = await newPerson(browser)
  await rounds.enter(person)
  page = await person.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(content, { recursive: true, force: true })
})

describe('by keyboard alone', () => {
  test('the overview leads to what a newer version changes; what stays the same is folded out, and nothing is moved', async () => {
    await open(check(looked))
    await followTo(page, 'main a[href$="/umstellung"]', /\/umstellung$/)
    await tabTo(page, '#gruppe-kept ~ details > summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('#gruppe-kept ~ details .dec-move-question').first().isVisible()).toBe(true)
    await open(page.url())
    const stops = await tabThrough(page)
    expect(stops.filter((stop) => stop.includes('Jetzt zu Fassung 1.1.0 wechseln'))).toHaveLength(1)
    await open(page.url())
    await followTo(page, '.dec-save-bar > a', /\/check\/[\w-]+$/)
    expect(await text()).toContain('Es gibt eine neue Fassung des Fragebogens: 1.1.0')
  }, 60_000)

  test('a round is moved to the newer version', async () => {
    await open(check(moved, '/umstellung'))
    await followTo(page, 'form[action$="/move"] button', /\/check\/[\w-]+$/)
    expect(await text()).toContain('übernommene Antworten warten')
    await followTo(page, '.dec-resume a', /\/frage\//)
    expect(await text()).toContain('Vor dem Wechsel von Fassung 1.0.0')
  }, 60_000)

  test('an answer is changed, and its history is read and left again', async () => {
    await open(check(told, '/frage/raeume'))
    await tabTo(page, 'input[name="q.raeume-struktur.choice"]')
    await page.keyboard.press('ArrowDown')
    await page.getByText(/^\s*Gespeichert \d\d:\d\d/).waitFor()
    await open(check(told, '/frage/raeume'))
    await followTo(page, 'main a[href$="/frage/raeume/verlauf"]', /\/verlauf$/)
    expect(await page.locator('.dec-history').first().innerText()).toContain('Erika')
    const stops = await tabThrough(page)
    expect(stops[0]).toContain('Zum Inhalt')
    await open(page.url())
    await followTo(page, 'main a[href$="/frage/raeume"]', /\/frage\/raeume$/)
    expect(await page.locator('input[name="q.raeume-struktur.choice"][value="3"]').isChecked()).toBe(true)
  }, 60_000)
})
