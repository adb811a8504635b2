/** axe on the comparison of two rounds, the course of all and the result of a later round: two, none, and forty rounds, with long names. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openFolds, sidewaysScroll, violations } from '../setup/accessible'
import { launchBrowser, newPerson } from '../setup/browser'
import { makeRounds, type RoundOutline } from '../setup/rounds'
import { startSite, type Site } from '../setup/site'

const longName = 'Selbsteinschätzung im Frühjahr gemeinsam mit den Nachbarstädten und dem Landkreis'
const choice = (value: number) => String(Math.max(0, Math.min(4, value)))

const several: readonly RoundOutline[] = [
  { name: '2022', year: 2022, mode: 'schnell', choiceOf: (_, index) => choice(index % 4) },
  { name: longName, year: 2024, choiceOf: (_, index) => (index % 9 === 4 ? 'unknown' : choice(index % 4)) },
  {
    name: '2026',
    year: 2026,
    choiceOf: (_, index) => (index % 9 === 2 ? '' : choice((index % 4) + (index % 5 === 0 ? 2 : index % 7 === 0 ? -1 : 0))),
    commentOf: () => 'Laut Protokoll vom März.',
    profile: { einwohner: '43100', 'einwohner.year': '2026', 'einwohner.source': 'Melderegister' },
    open: true,
  },
]
const forty: readonly RoundOutline[] = Array.from({ length: 40 }, (_, round) => ({
  name: `Durchgang ${1990 + round}`,
  year: 1990 + round,
  choiceOf: (__: string, index: number) => choice((index + round) % 5),
}))

describe.each([
  ['no rounds', []],
  ['three rounds', several],
  ['forty rounds', forty],
])('%s', (_, outlines) => {
  let site: Site
  let browser: Browser
  let page: Page
  let base: string
  let latest: string | undefined

  beforeAll(async () => {
    site = await startSite()
    browser = await launchBrowser()
    const rounds = await makeRounds(site, outlines)
    const person = await newPerson(browser)
    await rounds.enter(person)
    page = await person.newPage()
    base = `${site.url}/arbeitsbereich/${rounds.workspaceId}`
    latest = rounds.ids.at(-1)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  test.each(['vergleich', 'verlauf'])(
    '%s, folds open, also at 320 px',
    async (path) => {
      const answer = await page.goto(`${base}/${path}`)
      expect([answer?.status(), new URL(page.url()).pathname]).toEqual([200, new URL(`${base}/${path}`).pathname])
      expect(await sidewaysScroll(page)).toBe(0)
      await openFolds(page)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violations(page)).toEqual([])
    },
    120_000,
  )

  test('the result of the latest round with „Seit dem letzten Mal“, folds open, also at 320 px', async () => {
    if (latest === undefined) return
    await page.goto(`${site.url}/check/${latest}/ergebnis`)
    expect(await page.locator('#seither').count()).toBe(1)
    await openFolds(page)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violations(page)).toEqual([])
  }, 120_000)
})
