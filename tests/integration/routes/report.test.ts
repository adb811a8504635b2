import { describe, expect, test } from '@jest/globals'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as coatOfArms } from '@/app/api/assessments/[id]/coat-of-arms/route'
import { POST as profile } from '@/app/api/assessments/[id]/profile/route'
import { GET as report } from '@/app/api/assessments/[id]/report/route'
import { POST as start } from '@/app/api/assessments/route'
import { GET as exampleReport } from '@/app/api/example-report/route'
import { GET as questionnaire } from '@/app/api/questionnaire/route'
import { picture } from '../../factories/png'
import { Browser, origin } from '../setup/browser'
import { useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()

async function begin() {
  const browser = new Browser()
  const begun = await browser.form(start, {}, { mode: 'voll' })
  const params = { id: begun.headers.get('location')!.split('/')[2]! }
  await browser.form(profile, params, { name: 'Bad Hersfeld', status: 'kreisangehoerig' })
  return { browser, params }
}

/** GET with a query. */
async function ask(browser: Browser, params: { id: string }, query = '', accept = 'text/html') {
  const headers = { accept, cookie: browser.cookie }
  return await report(new Request(`${origin}/api/assessments/${params.id}/report${query}`, { headers }), {
    params: Promise.resolve(params),
  })
}
const pageCount = (bytes: string) => bytes.match(/\/Type \/Page\b/g)?.length ?? 0

describe('GET report', () => {
  test('is a PDF under the town’s name, for committees unless asked otherwise, with the coat of arms', async () => {
    const { browser, params } = await begin()
    const secret = 'Nur für uns'
    await browser.json(answers, params, {
      factor: 'rueckhalt',
      formId: 'f',
      answers: { 'rueckhalt-struktur': { choice: '3', comment: secret, clarifyWith: '', version: 0 } },
    })
    await browser.upload(coatOfArms, params, picture(8, 8))
    const sizes: number[] = []
    for (const query of ['', '?fassung=gremien', '?fassung=arbeit']) {
      const answer = await ask(browser, params, query)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      const edition = query.endsWith('arbeit') ? '_arbeitsfassung' : ''
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`filename="drei-ebenen-check_bad-hersfeld_[\\d-]+${edition}\\.pdf"`),
      )
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pageCount(bytes.toString('latin1'))).toBeGreaterThan(3)
      sizes.push(bytes.length)
    }
    expect(sizes[2]).not.toBe(sizes[0])
  }, 120_000)

  test('of a foreign check is the same 404 as of an absent one, and an unknown edition is refused', async () => {
    const { browser, params } = await begin()
    const stranger = await begin()
    expect((await ask(stranger.browser, params)).headers.get('location')).toBe('/fehler/not-found')
    expect((await ask(browser, { id: 'absent' })).headers.get('location')).toBe('/fehler/not-found')
    const refused = await ask(browser, params, '?fassung=presse', 'application/json')
    expect([refused.status, (await refused.json()).error.fields[0].field]).toEqual([422, 'fassung'])
  })
})

describe('what a report is asked for', () => {
  test.each([
    ['?fassung=x', 422, 'fassung'],
    ['?fassung=gremien&fassung=gremien', 422, 'fassung'],
    ['?fassung=gremien&fassung=arbeit', 422, 'fassung'],
    ['?fassung=', 422, 'fassung'],
    ['?edition=gremien', 400, 'edition'],
    ['?__proto__=x', 400, '__proto__'],
    ['?constructor=x', 400, 'constructor'],
  ])('%s is refused by the report of a check and by the sample alike', async (query, status, field) => {
    const { browser, params } = await begin()
    const headers = { accept: 'application/json' }
    const sample = await exampleReport(new Request(`${origin}/api/example-report${query}`, { headers }))
    const own = await ask(browser, params, query, 'application/json')
    const [one, other] = [await own.json(), await sample.json()]
    expect([own.status, one.error.fields[0].field]).toEqual([status, field])
    expect([sample.status, other]).toEqual([status, one])
  })
})

describe('GET questionnaire', () => {
  const ask = (query: string, accept = 'text/html') =>
    questionnaire(new Request(`${origin}/api/questionnaire${query}`, { headers: { accept } }))

  test('is a PDF of all levels or of one', async () => {
    for (const [query, name] of [
      ['', 'drei-ebenen-check_fragebogen.pdf'],
      ['?ebene=vor-ort', 'drei-ebenen-check_fragebogen_vor-ort.pdf'],
    ] as const) {
      const answer = await ask(query)
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  }, 120_000)

  test.each(['?ebene=keller', '?ebene=vor-ort&ebene=verwaltung'])(
    'of a level that does not exist, or of two, is refused',
    async (query) => {
      const answer = await ask(query, 'application/json')
      expect([answer.status, (await answer.json()).error.code]).toEqual([422, 'unknown-option'])
    },
  )
})
