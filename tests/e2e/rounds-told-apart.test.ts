/** Several rounds of one name, and taking a check over more than once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type Rounds } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'
import { beginCheck } from './fill-check'

let site: Site
let browser: Browser
let rounds: Rounds
let page: Page

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  const outline = { name: 'Stadt', year: 2025, choiceOf: () => '' }
  rounds = await makeRounds(site, [outline, outline, { ...outline, year: 2026, open: true }])
  const context = await newPerson(browser, { javaScript: false })
  await rounds.enter(context)
  page = await context.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const place = (...rest: string[]) => [site.url, 'arbeitsbereich', rounds.workspaceId, ...rest].join('/')
const period = (year: number) => `Stadt, 01.01.${year} bis 31.12.${year}`

describe('rounds of one name', () => {
  test('are told apart where two are compared', async () => {
    await page.goto(place('vergleich'))
    const options = await page.locator('select[name="von"] option').allInnerTexts()
    expect(options.toSorted()).toEqual([period(2025), `${period(2025)} (2)`, `${period(2026)} (noch offen)`].toSorted())
  }, 60_000)

  test('are told apart where a new one takes answers over', async () => {
    await page.goto(place('neu'))
    const names = await page.locator('input[name="basedOn"] + label').allInnerTexts()
    const shown = names.map((name) => /„(.+)“/.exec(name)?.[1]).filter((name) => name !== undefined)
    expect(shown.toSorted()).toEqual([period(2025), `${period(2025)} (2)`, period(2026)].toSorted())
    expect(names.filter((name) => name.includes('31.12.2026')).join()).not.toMatch(/31\.12\.2026.+31\.12\.2026/s)
  }, 60_000)
})

test('a check that is taken over twice answers twice with its round; another and an absent one answer alike', async () => {
  const check = await beginCheck(page, site.url)
  const foreign = await beginCheck(await (await newPerson(browser)).newPage(), site.url)
  const claim = (id: string) =>
    page.request.post(`${place('claim').replace('/arbeitsbereich/', '/api/workspaces/')}`, {
      headers: { origin: site.url, accept: 'text/html' },
      form: { check: id, name: '2027', periodFrom: '01.01.2027', periodTo: '31.12.2027' },
      maxRedirects: 0,
    })
  for (const attempt of [1, 2]) {
    const answer = await claim(check)
    expect([attempt, answer.status(), answer.headers().location]).toEqual([attempt, 303, `/check/${check}`])
  }
  const answers = await Promise.all([foreign, 'gibt-es-nicht'].map(claim))
  const told = await Promise.all(answers.map(async (answer) => [answer.status(), answer.headers().location, await answer.text()]))
  expect(told[0]).toEqual(told[1])
  expect(told[0]?.[1]).not.toContain('/check/')
}, 60_000)
