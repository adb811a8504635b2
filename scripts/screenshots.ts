/**
 * `npm run screenshots [-- FOLDER]`: pictures of every page at 1280 and 360 px, empty, filled and with errors, and of the
 * report's PDF files, to be looked at. Builds first if something changed, and brings a Chromium where `npm test` would.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { answerEverything, beginCheck, fillChallengesAndPlace, fillProfile } from '../tests/e2e/fill-check'
import { launchBrowser, newPerson } from '../tests/setup/browser'
import { startSite } from '../tests/setup/site'
import { takeEmptyWorkspacePictures, takeWorkspacePictures } from './screenshots-workspace'
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureChromium } from './setup/ensure-chromium.mjs'

const folder = process.argv[2] ?? 'screenshots'
const widths = [1280, 360] as const

const publicPages = [
  '',
  'fortsetzen',
  'vorbereiten',
  'beispiel',
  'methode',
  'hilfe',
  'impressum',
  'datenschutz',
  'barrierefreiheit',
  'gibt-es-nicht',
  'fehler/throttled',
]
const checkPages = [
  '',
  'profil',
  'herausforderungen',
  'quartier',
  'frage/schnittstelle',
  'frage/schnittstelle/verlauf',
  'pruefen',
  'ergebnis',
  'empfehlung/raeume-ort-finden',
  'weitergeben',
  'offene-punkte',
  'bericht',
  'loeschen',
]

mkdirSync(folder, { recursive: true })
ensureBuilt()
process.env.CHROMIUM = ensureChromium()
const site = await startSite({ OPERATOR_NAME: 'Stadt Musterstadt' })
const browser = await launchBrowser()

async function picture(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

const nameOf = (prefix: string, path: string) => [prefix, path.replaceAll('/', '-') || 'start'].join('-')

try {
  const person = await newPerson(browser)
  const page = await person.newPage()
  for (const path of publicPages) {
    await page.goto(`${site.url}/${path}`, { waitUntil: 'networkidle' })
    await picture(page, nameOf('site', path))
  }
  const empty = await beginCheck(page, site.url)
  await page.getByRole('button', { name: /^Speichern/ }).click()
  await page.waitForLoadState()
  await picture(page, 'error-profil')
  for (const path of checkPages) {
    await page.goto(`${site.url}/check/${empty}/${path}`, { waitUntil: 'networkidle' })
    await picture(page, nameOf('empty', path))
  }
  const full = await beginCheck(page, site.url)
  await fillProfile(page)
  await fillChallengesAndPlace(page)
  await answerEverything(page)
  for (const path of checkPages) {
    await page.goto(`${site.url}/check/${full}/${path}`, { waitUntil: 'networkidle' })
    await picture(page, nameOf('full', path))
  }
  for (const [name, path] of [
    ['report-gremien', `/api/assessments/${full}/report?fassung=gremien`],
    ['report-arbeit', `/api/assessments/${full}/report?fassung=arbeit`],
    ['report-empty', `/api/assessments/${empty}/report`],
    ['blank', '/api/questionnaire'],
  ] as const) {
    const response = await person.request.get(`${site.url}${path}`)
    if (response.ok()) writeFileSync(join(folder, `${name}.pdf`), await response.body())
    else console.error(`${path}: ${response.status()}`)
  }
  await takeEmptyWorkspacePictures(site, browser, picture)
  await takeWorkspacePictures(browser, picture)
} finally {
  await browser.close()
  await site.close()
}
