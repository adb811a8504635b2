/** What the built site says to addresses and methods that nobody meets by clicking. */
import { request as send } from 'node:http'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
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
}, 60_000)
afterEach(async () => person.close())

/** The words of a page, without what differs on every request. */
const words = (html: string) =>
  html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('an own check', () => {
  test.each(['frage/mond', 'frage/__proto__', 'frage/constructor', 'empfehlung/mond'])(
    'has no %s: the address stays, with the status and the page of a foreign check',
    async (path) => {
      const answer = await page.goto(`${site.url}/check/${id}/${path}`)
      expect([answer!.status(), page.url()]).toEqual([404, `${site.url}/check/${id}/${path}`])
      const foreign = await person.request.get(`${site.url}/check/${'A'.repeat(22)}/${path}`)
      expect(words(await page.content())).toBe(words(await foreign.text()))
    },
  )

  test.each(['frage/raeume', 'empfehlung/raeume-ort-finden'])('has %s', async (path) => {
    expect((await page.goto(`${site.url}/check/${id}/${path}`))!.status()).toBe(200)
  })
})

describe('a form with a field that does not exist', () => {
  test.each([
    ['place', 'quartier', { name: 'Nordviertel' }],
    ['challenges', 'herausforderungen', {}],
    ['profile', 'profil', { name: 'Merkstadt', status: 'kreisfrei' }],
    ['details', 'bericht', {}],
    ['answers', 'frage/raeume', { factor: 'raeume', formId: 'f' }],
  ])('%s: the page that says „Fehler:“ says which one', async (form, path, fields) => {
    for (const name of ['mond', '__proto__', 'constructor']) {
      const refused = await page.request.post(`${site.url}/api/assessments/${id}/${form}`, {
        data: `${new URLSearchParams(fields).toString()}&${name}=x`,
        headers: { origin: site.url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        maxRedirects: 0,
      })
      await page.goto(`${site.url}${refused.headers()['location']}`)
      expect(page.url()).toBe(`${site.url}/check/${id}/${path}?fehler=1`)
      expect(await page.title()).toMatch(/^Fehler: /)
      expect(await page.locator('#fehler').innerText()).toContain(`„${name}“`)
    }
  })

  test('a form in which nobody types anything ends at the page of the error', async () => {
    const post = (path: string, form: Record<string, string>) =>
      page.request.post(`${site.url}/api/assessments${path}`, {
        form,
        headers: { origin: site.url, accept: 'text/html' },
        maxRedirects: 0,
      })
    for (const [path, form, code] of [
      ['', { mode: 'mond' }, 'unknown-option'],
      [`/${id}/mode`, { mond: '1' }, 'bad-request'],
      [`/${id}/resume-code`, { action: 'mond' }, 'unknown-option'],
    ] as const) {
      expect((await post(path, form)).headers()['location']).toBe(`/fehler/${code}`)
    }
  })
})

describe('characters that the PDF cannot show', () => {
  test('are named before the download, and only if there are any', async () => {
    const notice = page.locator('.dec-notice', { hasText: '□' })
    const name = async (quartier: string) => {
      await page.goto(`${site.url}/check/${id}/quartier`)
      await page.locator('input[name="name"]').fill(quartier)
      await page.getByRole('button', { name: /^Speichern/ }).click()
      await page.goto(`${site.url}/check/${id}/bericht`)
    }
    await name('東京 🌳')
    expect(await notice.innerText()).toMatch(/„東“, „京“, „🌳“\. An ihrer Stelle steht dort „□“\./)
    await name('Łódź')
    expect(await notice.count()).toBe(0)
  })
})

describe('TRACE', () => {
  const trace = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      send(`${site.url}${path}`, { method: 'TRACE', headers: { cookie: 'dec-key=geheim' } }, (answer) => {
        let body = ''
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      })
        .on('error', reject)
        .end()
    })

  test.each(['/', '/health', '/api/ping', '/check/x'])(
    '%s: 405 in words, nothing sent back, no stack in the log',
    async (path) => {
      const before = site.output().length
      const { status, body } = await trace(path)
      expect(status).toBe(405)
      expect(body).toContain('So lässt sich diese Adresse nicht öffnen')
      expect(body).not.toContain('geheim')
      expect(site.output().slice(before)).not.toMatch(/\n\s+at |TypeError/)
    },
  )
})

describe('a page is only read', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s: 405 in words', async (method) => {
    for (const path of ['/', '/hilfe', '/check/x']) {
      const answer = await fetch(`${site.url}${path}`, { method, headers: { origin: site.url }, body: 'x' })
      expect([path, answer.status]).toEqual([path, 405])
      expect(await answer.text()).toContain('So lässt sich diese Adresse nicht öffnen')
    }
  })
})
