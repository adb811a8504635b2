/** axe (WCAG 2.2 AA), and whether a page needs sideways scrolling at 320 px, which is 400 % zoom on 1280 px. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Violations with the first element of each, as text one can act on. axe is evaluated, so the page's policy stays strict. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(
    (wanted) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: wanted }),
    tags,
  )
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html.slice(0, 200)}`)
}

export const openFolds = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

/** How many pixels a page is too wide at 320 px. */
export async function sidewaysScroll(page: Page): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 })
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return excess
}

/** One heading, German, no violations with folds closed and open, no sideways scrolling. */
export async function expectAccessible(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await violations(page)).toEqual([])
  await openFolds(page)
  expect(await violations(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
}

/** Refused fields of which no description on the page holds an error of the summary, by id or name. */
function looseRefusals(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const plain = (one: Element | null) => one?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    const told = [...document.querySelectorAll('#fehler li')].map(plain).filter((text) => text !== '')
    const isTold = (field: Element) => {
      const ids = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id !== '')
      const described = ids.map((id) => document.getElementById(id))
      return !described.includes(null) && described.some((one) => told.some((text) => plain(one).includes(text)))
    }
    const invalid = [...document.querySelectorAll('[aria-invalid="true"]')]
    return invalid.filter((field) => !isTold(field)).map((field) => field.id || String(field.getAttribute('name')))
  })
}

/** Of a refused form: each error in the summary is linked to a field that is there, and each refused field names its error. */
export async function expectTiedErrors(page: Page): Promise<void> {
  const links = await page.locator('#fehler a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!.slice(1)))
  expect(links.length).toBeGreaterThan(0)
  for (const id of links) expect([id, await page.locator(`[id="${id}"]`).count()]).toEqual([id, 1])
  expect(await looseRefusals(page)).toEqual([])
}
