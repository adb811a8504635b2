/** The picture on the cover, on the built site: chosen, refused with a reason, shown, printed, removed; without scripts. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chunk, fileOf, header, picture, twoHeaders } from '../factories/png'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { beginCheck } from './fill-check'

let site: Site
let browser: Browser
let person: BrowserContext
let page: Page
let id: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  person = await newPerson(browser, { javaScript: false })
  page = await person.newPage()
  id = await beginCheck(page, site.url)
  await page.goto(`${site.url}/check/${id}/bericht`)
}, 60_000)
afterEach(async () => person.close())

async function upload(buffer: Buffer): Promise<void> {
  await page.getByLabel('Bild auswählen').setInputFiles({ name: 'wappen.png', mimeType: 'image/png', buffer })
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'GET' && answer.url().includes('/bericht?')),
    page.getByRole('button', { name: 'Wappen speichern' }).click(),
  ])
}
const shownSize = () =>
  page.locator('.dec-coat img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])

test('a picture is shown after it was saved, though its address is a download, and can be removed', async () => {
  expect(await page.getByText('1.000 × 1.000 Bildpunkten und 8 Bit je Farbkanal').count()).toBe(1)
  await upload(picture(40, 30))
  expect(await shownSize()).toEqual([40, 30])
  const answer = await person.request.get(`${site.url}/api/assessments/${id}/coat-of-arms`)
  const headers = answer.headers()
  expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['image/png', 'nosniff'])
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  // Next's own image service would decode pictures in the server: it is off.
  const address = encodeURIComponent(`/api/assessments/${id}/coat-of-arms`)
  expect((await person.request.get(`${site.url}/_next/image?url=${address}&w=640&q=75`)).status()).toBe(404)
  const pdf = await person.request.get(`${site.url}/api/assessments/${id}/report`)
  expect([pdf.status(), (await pdf.body()).toString('latin1').includes('/Subtype /Image')]).toEqual([200, true])
  await page.getByRole('button', { name: 'Wappen entfernen' }).click()
  await page.waitForURL(/gespeichert=1/)
  expect(await page.locator('.dec-coat').count()).toBe(0)
}, 120_000)

test('a picture that is refused is told with its reason beside the field, and the stored one stays', async () => {
  await upload(picture(12, 8))
  const shape = { width: 4, height: 4, colorType: 6, depth: 8 }
  const parts = [chunk('IDAT', Buffer.alloc(20)), chunk('IEND')]
  for (const [file, words] of [
    [twoHeaders('small-first', 1200), 'Die Datei ist kein PNG-Bild, oder sie ist beschädigt.'],
    [fileOf(header(shape), ...parts), 'Die Datei ist kein PNG-Bild, oder sie ist beschädigt.'],
    [fileOf(header({ ...shape, depth: 16 }), ...parts), 'Das Bild hat 16 Bit je Farbkanal.'],
    [fileOf(header({ ...shape, width: 1001 }), ...parts), 'Möglich sind höchstens 1.000 × 1.000 Bildpunkte.'],
    [Buffer.alloc(201 * 1024), 'Möglich sind höchstens 200 KB.'],
  ] as const) {
    await upload(file)
    expect(page.url()).toContain('fehler=1')
    expect(await page.locator('.kern-form-input--error').innerText()).toContain(words)
    expect(await shownSize()).toEqual([12, 8])
  }
}, 120_000)
