import { describe, expect, jest, test } from '@jest/globals'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as coatOfArms } from '@/app/api/assessments/[id]/coat-of-arms/route'
import { POST as place } from '@/app/api/assessments/[id]/place/route'
import { POST as profile } from '@/app/api/assessments/[id]/profile/route'
import { POST as start } from '@/app/api/assessments/route'
import { POST as importFile } from '@/app/api/import/route'
import { errorSentence, errorText } from '@/app/_lib/error-text'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, takeRejectedInput } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { AppError, errorCodes } from '@/lib/errors'
import { Browser, origin } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()

const assessments = async () => (await openDatabase()).client.assessment.count()

/** A post whose body comes in pieces and without its length. */
function chunked(pieces: number, size: number, contentType: string) {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent === pieces) return controller.close()
      sent += 1
      controller.enqueue(new Uint8Array(size).fill(97))
    },
  })
  const headers = { origin: 'http://127.0.0.1:3000', 'content-type': contentType, accept: 'application/json' }
  const request = new Request('http://127.0.0.1:3000/api/assessments', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  return { request, sent: () => sent }
}
const noParams = { params: Promise.resolve({}) }

test('an address without parameters is given none by Next, not even an empty object', async () => {
  const headers = { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' }
  const request = new Request('http://127.0.0.1:3000/api/assessments', { method: 'POST', headers, body: '{"mode":"voll"}' })
  expect((await start(request, { params: Promise.resolve(undefined) as unknown as Promise<object> })).status).toBe(200)
})

describe('origin', () => {
  test.each([
    ['another site', 'https://example.org'],
    ['none', ''],
    ['null, as from a sandbox', 'null'],
    ['another port', 'http://127.0.0.1:3001'],
    ['https instead of http', 'https://127.0.0.1:3000'],
    ['the address as a prefix', 'http://127.0.0.1:3000.example.org'],
  ])('%s is refused before anything is read or written', async (_, from) => {
    const answer = await new Browser().json(start, {}, { mode: 'voll' }, { origin: from })
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'wrong-origin'])
    expect(await assessments()).toBe(0)
  })

  test('a native form from elsewhere ends at the page that says so, without a cookie', async () => {
    const answer = await new Browser().form(start, {}, { mode: 'voll' }, { origin: 'https://example.org' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fehler/wrong-origin'])
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('every name of this machine is accepted on the same port', async () => {
    for (const name of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000']) {
      expect((await new Browser().json(start, {}, { mode: 'voll' }, { origin: name })).status).toBe(200)
    }
  })
})

describe('size', () => {
  const formType = 'application/x-www-form-urlencoded'

  test('a body of 256 KB is read, one byte more is not', async () => {
    const send = async (size: number) => (await start(chunked(1, size, formType).request, noParams)).status
    // Read, and found to be one field with an endless name.
    expect(await send(256 * 1024)).toBe(400)
    expect(await send(256 * 1024 + 1)).toBe(413)
  })

  test('bytes are counted as they come; a body without end is cut off', async () => {
    const endless = chunked(1_000_000, 64 * 1024, formType)
    const answer = await start(endless.request, noParams)
    expect([answer.status, (await answer.json()).error.code]).toEqual([413, 'body-too-large'])
    expect(endless.sent()).toBeLessThan(400)
  })

  test('a native form that is too large ends at the page that says so', async () => {
    const browser = new Browser()
    const begun = await browser.form(start, {}, { mode: 'voll' })
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    const answer = await browser.form(answers, params, { factor: 'rueckhalt', formId: 'f', 'q.x.comment': 'x'.repeat(270_000) })
    expect(answer.headers.get('location')).toBe('/fehler/body-too-large')
  })

  test('a state file may be larger, up to 2 MB; a picture up to 200 KB', async () => {
    const file = (bytes: number) => Buffer.from(`{"format":"${'x'.repeat(bytes)}"}`)
    const browser = new Browser()
    const refused = async (answer: Response) => [answer.status, (await answer.json()).error.code]
    expect(await refused(await browser.json(importFile, {}, file(1024 * 1024).toString()))).toEqual([422, 'bad-file'])
    expect(await refused(await browser.json(importFile, {}, file(2 * 1024 * 1024).toString()))).toEqual([413, 'body-too-large'])
    const begun = await browser.form(start, {}, { mode: 'voll' })
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    // Also a photo that is larger than what is read at all.
    for (const size of [201 * 1024, 3 * 1024 * 1024]) {
      const large = await browser.upload(coatOfArms, params, new Uint8Array(size))
      expect(large.headers.get('location')).toBe(`/check/${params.id}/bericht?fehler=1`)
      expect((await takeRejectedInput(browser.key, `coat-of-arms:${params.id}`, new Date()))?.errors).toEqual([
        { field: 'file', code: 'body-too-large', values: { limit: '200 KB' } },
      ])
    }
    const file3 = await browser.upload(importFile, {}, new Uint8Array(3 * 1024 * 1024))
    expect(file3.headers.get('location')).toMatch(/^\/fortsetzen\?.*fehler=1$/)
  })
})

describe('a client that hangs up while it is sending', () => {
  /** A body that breaks off, as Node tells it. */
  const brokenOff = (accept: string, cookie = '') => {
    let pulls = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulls += 1
        if (pulls === 1) controller.enqueue(Buffer.from('name=Gr'))
        else controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
      },
    })
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded', accept, cookie }
    return new Request(`${origin}/api/x`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  }

  test.each(['application/json', 'text/html'])(
    'is no failure of the server: nothing is logged, nothing stored (%s)',
    async (accept) => {
      const browser = new Browser()
      const begun = await browser.form(start, {}, { mode: 'voll' })
      const params = { id: begun.headers.get('location')!.split('/')[2]! }
      const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
      try {
        const answer = await place(brokenOff(accept, browser.cookie), { params: Promise.resolve(params) })
        expect(answer.status === 400 || answer.headers.get('location') === '/fehler/bad-request').toBe(true)
        expect(logged).not.toHaveBeenCalled()
      } finally {
        logged.mockRestore()
      }
      expect((await readAssessment(byKey(browser.key), params.id, new Date())).place?.name ?? '').toBe('')
      expect(await (await openDatabase()).client.rejectedInput.count()).toBe(0)
    },
  )
})

describe('what cannot be read', () => {
  test.each(['{"mode":', 'null', '[]', '"voll"', ''])('JSON %j is refused', async (body) => {
    const answer = await new Browser().json(start, {}, body)
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'bad-request'])
  })

  test('another kind of data is refused', async () => {
    const answer = await new Browser().json(start, {}, '<mode>voll</mode>', { 'content-type': 'application/xml' })
    expect([answer.status, (await answer.json()).error.code]).toEqual([415, 'unsupported-media-type'])
  })

  test('a broken multipart body is refused', async () => {
    const answer = await new Browser().json(importFile, {}, 'kaputt', { 'content-type': 'multipart/form-data; boundary=x' })
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'bad-request'])
  })

  test('an unknown field is refused by name, a value given twice by its type', async () => {
    const browser = new Browser()
    const unknown = await browser.json(start, {}, { mode: 'voll', admin: true })
    expect((await unknown.json()).error.fields[0]).toMatchObject({ field: 'admin', code: 'bad-request' })
    const twice = await browser.form(start, {}, { mode: ['voll', 'schnell'] })
    expect(twice.headers.get('location')).toBe('/fehler/unknown-option')
    expect(await assessments()).toBe(0)
  })

  test('a profile field called __proto__ is refused by name, like any other unknown one', async () => {
    const browser = new Browser()
    const begun = await browser.form(start, {}, { mode: 'voll' })
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const answer = await browser.json(profile, params, `{"name":"Merzig","status":"kreisfrei","${name}":"x"}`)
      const { error } = await answer.json()
      expect([answer.status, error.fields[0].field, error.code]).toEqual([400, name, 'bad-request'])
    }
  })

  test.each([
    ['bytes', Buffer.from('name=Gr\xfcntal', 'latin1')],
    ['bytes written as %', Buffer.from('name=Gr%fcntal')],
    ['half a character', Buffer.from('name=Gr%c3ntal')],
    ['the name of a field', Buffer.from('na%fcme=x')],
  ])('a form that is no UTF-8 is refused, not stored with a replaced character: %s', async (_, body) => {
    const browser = new Browser()
    const begun = await browser.form(start, {}, { mode: 'voll' })
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    const post = (accept: string) =>
      place(
        new Request(`${origin}/api/assessments/${params.id}/place`, {
          method: 'POST',
          body: new Uint8Array(body),
          headers: { origin, accept, cookie: browser.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        }),
        { params: Promise.resolve(params) },
      )
    const answer = await post('application/json')
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'bad-request'])
    expect((await post('text/html')).headers.get('location')).toBe('/fehler/bad-request')
    expect((await readAssessment(byKey(browser.key), params.id, new Date())).place?.name ?? '').toBe('')
  })

  test('a lone % and umlauts in a form are text', async () => {
    const browser = new Browser()
    const begun = await browser.form(start, {}, { mode: 'voll' })
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    await browser.json(place, params, 'name=100%+Gr%C3%BCntal+%F0%9F%8C%B3', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect((await readAssessment(byKey(browser.key), params.id, new Date())).place?.name).toBe('100% Grüntal 🌳')
  })

  test('a text beside a file that is no UTF-8 is refused', async () => {
    const body = Buffer.from('--x\r\nContent-Disposition: form-data; name="remove"\r\n\r\n\xfc\r\n--x--\r\n', 'latin1')
    const request = new Request(`${origin}/api/import`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { origin, accept: 'application/json', 'content-type': 'multipart/form-data; boundary=x' },
    })
    const answer = await importFile(request, noParams)
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'bad-request'])
  })
})

describe('words', () => {
  const values = { limit: 4_000, min: 0, max: 100, position: 3, reason: 'syntax', line: 3, found: 'x', expected: 24 }

  test.each(errorCodes)('%s is put into words: title, what happened, what to do, and beside a field', (code) => {
    for (const part of ['title', 'body', 'action'] as const) expect(errorSentence(code, part)).toMatch(/^[A-ZÄÖÜ]/)
    expect(errorText({ code, values })).toMatch(/^[A-ZÄÖÜ].*\.$/)
    expect(new AppError(code).status).toBeGreaterThanOrEqual(400)
  })

  test.each([
    ['bad-file', ['syntax', 'format', 'version', 'missing', 'twice', 'content']],
    ['bad-image', ['content', 'size', 'missing']],
    ['bad-code', ['typo', 'length', 'unknown']],
  ] as const)('%s has its own words for each reason', (code, reasons) => {
    const texts = reasons.map((reason) => errorText({ code, values: { ...values, reason } }))
    expect(new Set(texts).size).toBe(reasons.length)
  })
})
