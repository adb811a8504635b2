import { describe, expect, test } from '@jest/globals'
import { lostForm, lostTexts } from '@/app/_lib/lost-input'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as start } from '@/app/api/assessments/route'
import { POST as profile } from '@/app/api/assessments/[id]/profile/route'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, takeRejectedInput } from '@/lib/assessments/service'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()

async function begin(mode = 'voll') {
  const browser = new Browser()
  const answer = await browser.form(start, {}, { mode })
  return { browser, params: { id: answer.headers.get('location')!.split('/')[2]! } }
}
type Own = Awaited<ReturnType<typeof begin>>
const view = ({ browser, params }: Own) => readAssessment(byKey(browser.key), params.id, new Date())

const field = (part: string) => `q.rueckhalt-struktur.${part}`
const form = (choice: string | null, version: number, extra: Record<string, string> = {}) => ({
  factor: 'rueckhalt',
  formId: 'form-1',
  ...(choice === null ? {} : { [field('choice')]: choice }),
  [field('comment')]: '',
  [field('clarify')]: '',
  [field('version')]: String(version),
  ...extra,
})
const json = (choice: unknown, version: unknown, extra: object = {}) => ({
  factor: 'rueckhalt',
  formId: 'form-1',
  answers: { 'rueckhalt-struktur': { choice, comment: '', clarifyWith: '', version } },
  ...extra,
})

describe('POST answers as a form', () => {
  test('saves and goes on through the factors of this town, then to the review', async () => {
    const own = await begin()
    await own.browser.form(profile, own.params, { name: 'Merzig', status: 'kreisfrei' })
    const first = await own.browser.form(answers, own.params, form('3', 0, { [field('comment')]: 'Zeile 1\r\nZeile 2' }))
    // The `runde` does not apply to a kreisfreie Stadt and is left out.
    expect([first.status, first.headers.get('location')]).toEqual([303, `/check/${own.params.id}/frage/vermittlung`])
    expect((await view(own)).answers['rueckhalt-struktur']).toMatchObject({
      answer: { state: 'answered', value: 3 },
      comment: 'Zeile 1\nZeile 2',
    })
    const last = await own.browser.form(answers, own.params, { factor: 'mithilfe', formId: 'f' })
    expect(last.headers.get('location')).toBe(`/check/${own.params.id}/pruefen`)
  })

  test('goes where the button says', async () => {
    const own = await begin()
    const cases = { next: '/frage/runde', uebersicht: '', pruefen: '/pruefen' }
    for (const [next, page] of Object.entries(cases)) {
      const answer = await own.browser.form(answers, own.params, form('3', 0, { next }))
      expect(answer.headers.get('location')).toBe(`/check/${own.params.id}${page}`)
    }
  })

  test('without a choice saves the comment and leaves the answer open', async () => {
    const own = await begin()
    await own.browser.form(answers, own.params, form(null, 0, { [field('comment')]: 'folgt', [field('clarify')]: 'Kämmerei' }))
    expect((await view(own)).answers['rueckhalt-struktur']).toMatchObject({
      answer: { state: 'open' },
      comment: 'folgt',
      clarifyWith: 'Kämmerei',
    })
  })

  test('refused fields are shown again with what was typed; the valid answers are saved', async () => {
    const own = await begin()
    const long = 'x'.repeat(4_001)
    const typed = {
      ...form('2', 0, { [field('comment')]: long }),
      'q.rueckhalt-praxis.choice': '4',
      'q.rueckhalt-praxis.version': '0',
    }
    const answer = await own.browser.form(answers, own.params, typed)
    expect(answer.headers.get('location')).toBe(`/check/${own.params.id}/frage/rueckhalt?fehler=1`)
    const kept = await takeRejectedInput(own.browser.key, `answers:${own.params.id}:rueckhalt`, new Date())
    expect(kept?.errors).toEqual([{ field: field('comment'), code: 'text-too-long', values: { limit: 4_000 } }])
    expect(kept?.payload[field('comment')]).toBe(long)
    expect(Object.keys((await view(own)).answers)).toEqual(['rueckhalt-praxis'])
  })

  test('a conflict overwrites nothing and is shown with what was typed', async () => {
    const own = await begin()
    await own.browser.form(answers, own.params, form('1', 0))
    const second = { ...form('4', 0, { [field('comment')]: 'meins' }), formId: 'form-2' }
    const answer = await own.browser.form(answers, own.params, second)
    expect(answer.headers.get('location')).toBe(`/check/${own.params.id}/frage/rueckhalt?fehler=1`)
    const kept = await takeRejectedInput(own.browser.key, `answers:${own.params.id}:rueckhalt`, new Date())
    expect(kept?.errors).toEqual([{ field: field('choice'), code: 'conflict' }])
    expect(kept?.payload[field('comment')]).toBe('meins')
    expect((await view(own)).answers['rueckhalt-struktur']?.answer).toEqual({ state: 'answered', value: 1 })
  })

  test('an answer in two versions comes back until one is chosen, whatever else of the page is saved meanwhile', async () => {
    const own = await begin()
    const name = `answers:${own.params.id}:rueckhalt`
    const kept = async () => (await takeRejectedInput(own.browser.key, name, new Date()))?.payload[field('comment')]
    await own.browser.form(answers, own.params, form('1', 0))
    const mine = { ...form('4', 0, { [field('comment')]: 'meins' }), formId: 'form-2' }
    await own.browser.form(answers, own.params, mine)
    // While the page shows both, another answer of it saves itself.
    const other = { choice: '2', comment: '', clarifyWith: '', version: 0 }
    await own.browser.json(answers, own.params, { factor: 'rueckhalt', formId: 'form-3', answers: { 'rueckhalt-praxis': other } })
    expect(await kept()).toBe('meins')
    // Its main button sends the undecided one along as it was typed.
    const next = await own.browser.form(answers, own.params, { ...mine, formId: 'form-3' })
    expect(next.headers.get('location')).toBe(`/check/${own.params.id}/frage/rueckhalt?fehler=1`)
    expect(await kept()).toBe('meins')
    const chosen = await own.browser.form(answers, own.params, { ...mine, formId: 'form-4', [field('version')]: '1' })
    expect(chosen.headers.get('location')).not.toContain('fehler')
    expect(await kept()).toBeUndefined()
    expect((await view(own)).answers['rueckhalt-struktur']?.comment).toBe('meins')
  })

  test('of a page that shows another version of the questionnaire nothing is stored, and what was written can be copied', async () => {
    const own = await begin()
    const sent = form('3', 0, { [field('comment')]: 'Zum alten Wortlaut', questionnaire: '0.9.0' })
    const answer = await own.browser.form(answers, own.params, sent)
    const location = new URL(answer.headers.get('location')!, 'http://x')
    expect([location.pathname, Object.fromEntries(location.searchParams)]).toEqual([
      '/fehler/questionnaire-moved',
      { von: `/check/${own.params.id}`, eingabe: '1' },
    ])
    const kept = await takeRejectedInput(own.browser.key, lostForm, new Date())
    expect(lostTexts(kept!.payload).map(({ text }) => text)).toEqual([expect.stringMatching(/ /), 'Zum alten Wortlaut'])
    expect((await own.browser.json(answers, own.params, json('3', 0, { questionnaire: '0.9.0' }))).status).toBe(409)
    expect((await view(own)).answers).toEqual({})
    expect((await own.browser.json(answers, own.params, json('3', 0, { questionnaire: '1.0.0' }))).status).toBe(200)
  })

  test('autosave, then Weiter in the same form: no conflict', async () => {
    const own = await begin()
    await own.browser.json(answers, own.params, json('1', 0, { seq: 1 }))
    await own.browser.json(answers, own.params, json('2', 0, { seq: 2 }))
    const answer = await own.browser.form(answers, own.params, form('3', 0))
    expect(answer.headers.get('location')).not.toContain('fehler')
    expect((await view(own)).answers['rueckhalt-struktur']?.answer).toEqual({ state: 'answered', value: 3 })
  })
})

describe('POST answers as JSON', () => {
  test('confirms with time and versions', async () => {
    const own = await begin()
    const answer = await own.browser.json(answers, own.params, json('3', 0))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      savedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      versions: { 'rueckhalt-struktur': 1 },
      superseded: [],
      conflicts: [],
    })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('a conflict is 409 with both sides; the other answers are confirmed', async () => {
    const own = await begin()
    await own.browser.json(answers, own.params, json('1', 0))
    const body = json('4', 0, { formId: 'form-2' })
    const answer = await own.browser.json(answers, own.params, {
      ...body,
      answers: { ...body.answers, 'rueckhalt-praxis': { choice: 'unknown', comment: '', clarifyWith: '', version: 0 } },
    })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('nichts überschrieben'), fields: [{ field: field('choice') }] },
      versions: { 'rueckhalt-struktur': 1, 'rueckhalt-praxis': 1 },
      conflicts: [{ questionId: 'rueckhalt-struktur', stored: { choice: '1', comment: '', clarifyWith: '', version: 1 } }],
    })
  })

  test.each([
    ['an option that does not exist', json('5', 0), 422, 'unknown-option', field('choice')],
    ['a state that does not exist', json('vielleicht', 0), 422, 'unknown-state', field('choice')],
    ['a reason that is not offered', json('na:keine-lust', 0), 422, 'unknown-option', field('choice')],
    ['a number instead of text', json(3, 0), 422, 'wrong-type', field('choice')],
    ['an object instead of text', json({ gt: '' }, 0), 422, 'wrong-type', field('choice')],
    ['a version that never was', json('3', 7), 409, 'wrong-version', field('version')],
    ['a version that is no number', json('3', 'x'), 422, 'wrong-type', field('version')],
    ['no version', json('3', undefined), 422, 'required', field('version')],
    ['an unknown property', { ...json('3', 0), weight: 2 }, 422, 'bad-request', 'weight'],
    ['no form id', { ...json('3', 0), formId: undefined }, 422, 'required', 'formId'],
    ['answers that are a list', { ...json('3', 0), answers: [] }, 422, 'wrong-type', 'answers'],
  ])('%s is refused by field', async (_, body, status, code, name) => {
    const own = await begin()
    const answer = await own.browser.json(answers, own.params, body)
    const { error } = await answer.json()
    expect([error.fields[0].field, error.fields[0].code]).toEqual([name, code])
    expect(answer.status).toBe(status === 422 && code === 'bad-request' ? 400 : status)
    expect(error.fields[0].message).toMatch(/^[A-ZÄÖÜ].*[.]$/)
    expect((await view(own)).answers).toEqual({})
  })

  test('an unknown question is refused by name, also one called __proto__', async () => {
    const own = await begin()
    const one = { choice: '1', comment: '', clarifyWith: '', version: 0 }
    for (const question of ['mond', '__proto__', 'constructor', 'runde-struktur']) {
      const text = `{"factor":"rueckhalt","formId":"f","answers":{"${question}":${JSON.stringify(one)}}}`
      const answer = await own.browser.json(answers, own.params, text)
      expect((await answer.json()).error.fields).toEqual([
        { field: `q.${question}.choice`, code: 'unknown-question', message: expect.any(String) },
      ])
      expect(answer.status).toBe(422)
    }
    expect((await view(own)).answers).toEqual({})
  })

  test('a factor that does not exist is refused by name, also without any answer', async () => {
    const own = await begin()
    for (const factor of ['mond', '__proto__', 'constructor', 'toString']) {
      const answer = await own.browser.json(answers, own.params, { factor, formId: 'f', answers: {} })
      const body = await answer.json()
      expect([answer.status, body.error.fields[0].field, body.error.code]).toEqual([422, 'factor', 'unknown-question'])
      expect(body).not.toHaveProperty('savedAt')
    }
  })

  test.each(['a\u0000b', 'a\u202Eb', '\ud800', 'a\u0007'])(
    'hostile text %j is refused, not cleaned in silence',
    async (comment) => {
      const own = await begin()
      const body = json('3', 0)
      const answer = await own.browser.json(answers, own.params, {
        ...body,
        answers: { 'rueckhalt-struktur': { ...body.answers['rueckhalt-struktur'], comment } },
      })
      expect([answer.status, (await answer.json()).error.code]).toEqual([422, 'bad-characters'])
    },
  )

  test('text at the limit comes back unchanged, whatever is in it', async () => {
    const own = await begin()
    const comment = `${'👩‍👩‍👧 <b>&amp;\u00a0\t"\'\\ ${x} عربى\n'.repeat(90)}`.slice(0, 4_000).replace(/[\ud800-\udbff]$/, '')
    const body = json('3', 0)
    await own.browser.json(answers, own.params, {
      ...body,
      answers: { 'rueckhalt-struktur': { ...body.answers['rueckhalt-struktur'], comment } },
    })
    expect((await view(own)).answers['rueckhalt-struktur']?.comment).toBe(comment.normalize('NFC'))
  })

  test('a foreign and an absent check give the same 404, without a word about which', async () => {
    const own = await begin()
    const stranger = await begin()
    const bodies = []
    for (const id of [own.params.id, 'A'.repeat(22), '../../etc', '%00']) {
      const answer = await stranger.browser.json(answers, { id }, json('3', 0))
      expect(answer.status).toBe(404)
      bodies.push(await answer.text())
    }
    expect(new Set(bodies).size).toBe(1)
  })
})
