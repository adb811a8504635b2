import { describe, expect, test } from '@jest/globals'
import { POST as start } from '@/app/api/assessments/route'
import { lostForm } from '@/app/_lib/lost-input'
import { GET as readCoat, POST as coatOfArms } from '@/app/api/assessments/[id]/coat-of-arms/route'
import { POST as challenges } from '@/app/api/assessments/[id]/challenges/route'
import { POST as decisions } from '@/app/api/assessments/[id]/decisions/route'
import { POST as remove } from '@/app/api/assessments/[id]/delete/route'
import { POST as details } from '@/app/api/assessments/[id]/details/route'
import { POST as mode } from '@/app/api/assessments/[id]/mode/route'
import { GET as getPlace, POST as place } from '@/app/api/assessments/[id]/place/route'
import { POST as profile } from '@/app/api/assessments/[id]/profile/route'
import { POST as resumeCode } from '@/app/api/assessments/[id]/resume-code/route'
import { GET as state } from '@/app/api/assessments/[id]/state/route'
import { POST as importFile } from '@/app/api/import/route'
import { POST as invitation } from '@/app/api/invitation/route'
import { POST as resume } from '@/app/api/resume/route'
import { byKey } from '@/lib/accounts/actor'
import { readIssuedCode } from '@/lib/assessments/resume-service'
import { listAssessments, readAssessment, takeRejectedInput } from '@/lib/assessments/service'
import { resetSettings } from '@/lib/env'
import { picture } from '../../factories/png'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()

async function beginIn(browser: Browser, mode = 'voll') {
  const answer = await browser.form(start, {}, { mode })
  const id = answer.headers.get('location')!.split('/')[2]!
  return { id }
}
const sentTo = (answer: Response) => [answer.status, answer.headers.get('location')]

describe('starting', () => {
  test('sets the key as a cookie that scripts cannot read, and leads to the profile', async () => {
    const browser = new Browser()
    const answer = await browser.form(start, {}, { mode: 'schnell' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/check\/[\w-]{22}\/profil$/)
    expect(answer.headers.get('set-cookie')).toMatch(/^dec-key=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('the cookie is Secure when the site is reached by https', async () => {
    process.env.APP_URL = 'https://check.musterstadt.de'
    resetSettings()
    const answer = await new Browser().form(start, {}, { mode: 'voll' }, { origin: 'https://check.musterstadt.de' })
    expect(answer.headers.get('set-cookie')).toContain('; Secure')
  })

  test('as JSON gives the id', async () => {
    const browser = new Browser()
    const body = await (await browser.json(start, {}, { mode: 'voll' })).json()
    expect(body).toEqual({ id: expect.any(String), location: expect.stringContaining('/profil') })
    expect(await listAssessments(browser.key, new Date())).toHaveLength(1)
  })

  test('a second check uses the key the browser has', async () => {
    const browser = new Browser()
    await beginIn(browser)
    const first = browser.cookie
    await beginIn(browser)
    expect(browser.cookie).toBe(first)
    expect(await listAssessments(browser.key, new Date())).toHaveLength(2)
  })
})

describe('a form', () => {
  test('profile: valid fields are saved, the refused ones shown again, and gone once it is right', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const page = `/check/${params.id}/profil`
    const refused = await browser.form(profile, params, { name: 'Merzig', status: 'mond', next: 'pruefen' })
    expect(sentTo(refused)).toEqual([303, `${page}?fehler=1`])
    const form = `profile:${params.id}`
    expect(await takeRejectedInput(browser.key, form, new Date())).toEqual({
      payload: { name: 'Merzig', status: 'mond', next: 'pruefen' },
      errors: [{ field: 'status', code: 'unknown-option' }],
    })
    expect((await readAssessment(byKey(browser.key), params.id, new Date())).profile).toEqual({ name: 'Merzig' })

    const saved = await browser.form(profile, params, { name: 'Merzig', status: 'kreisfrei', next: 'pruefen' })
    expect(sentTo(saved)).toEqual([303, `/check/${params.id}/pruefen`])
    expect(await takeRejectedInput(browser.key, form, new Date())).toBeNull()
    expect(sentTo(await browser.form(profile, params, { name: 'M', status: 'kreisfrei' }))).toEqual([
      303,
      `/check/${params.id}/herausforderungen`,
    ])
  })

  test('challenges: none, one and several', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const chosen = async () => (await readAssessment(byKey(browser.key), params.id, new Date())).challenges
    expect(sentTo(await browser.form(challenges, params, { challenges: ['konzentration', 'nebeneinander'] }))).toEqual([
      303,
      `/check/${params.id}/quartier`,
    ])
    expect(await chosen()).toEqual(['konzentration', 'nebeneinander'])
    await browser.form(challenges, params, { challenges: 'nebeneinander' })
    expect(await chosen()).toEqual(['nebeneinander'])
    await browser.form(challenges, params, {})
    expect(await chosen()).toEqual([])
  })

  test('place, mode, details and decisions lead where the contract says', async () => {
    const browser = new Browser()
    const params = await beginIn(browser, 'schnell')
    const check = `/check/${params.id}`
    expect(sentTo(await browser.form(place, params, { name: ' Saarbrücker Allee ' }))).toEqual([303, check])
    expect(sentTo(await browser.form(place, params, { name: '  ' }))).toEqual([303, `${check}/quartier?fehler=1`])
    expect(sentTo(await browser.form(mode, params, {}))).toEqual([303, check])
    expect(
      sentTo(await browser.form(details, params, { agreedOn: '3.2.2026', answeredBy: 'Hauptamt\r\n\r\nJugendamt' })),
    ).toEqual([303, `${check}/bericht?gespeichert=1`])
    const measure = 'treffpunkt-beginnen'
    expect(sentTo(await browser.form(decisions, params, { measure, decision: 'spaeter', reason: '' }))).toEqual([
      303,
      `${check}/empfehlung/${measure}?gespeichert=1`,
    ])
    expect(
      sentTo(await browser.form(decisions, params, { measure, decision: 'uebernehmen', reason: '', next: 'ergebnis' })),
    ).toEqual([303, `${check}/ergebnis#massnahme-${measure}`])
    expect(sentTo(await browser.form(decisions, params, { measure, decision: 'nicht-vorgesehen', reason: '' }))).toEqual([
      303,
      `${check}/empfehlung/${measure}?fehler=1`,
    ])
    expect(await readAssessment(byKey(browser.key), params.id, new Date())).toMatchObject({
      mode: 'voll',
      place: { name: 'Saarbrücker Allee' },
      details: { agreedOn: '2026-02-03', answeredBy: ['Hauptamt', 'Jugendamt'] },
      decisions: { [measure]: { decision: 'uebernehmen' } },
    })
  })

  test('coat of arms: stored, shown to its own browser only, refused with a reason, removed', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const page = `/check/${params.id}/bericht`
    const png = picture(2, 2)
    expect(sentTo(await browser.upload(coatOfArms, params, png))).toEqual([303, `${page}?gespeichert=1`])
    const shown = await browser.get(readCoat, params)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(sentTo(await new Browser().get(readCoat, params))).toEqual([303, '/fehler/not-found'])
    expect(sentTo(await browser.upload(coatOfArms, params, Buffer.from('GIF')))).toEqual([303, `${page}?fehler=1`])
    expect((await takeRejectedInput(browser.key, `coat-of-arms:${params.id}`, new Date()))?.errors).toEqual([
      { field: 'file', code: 'bad-image', values: { reason: 'content' } },
    ])
    await browser.upload(coatOfArms, params, null, { remove: '1' })
    expect((await readAssessment(byKey(browser.key), params.id, new Date())).details.hasCoatOfArms).toBe(false)
  })

  test('resume code: never in an address; opens the check in a fresh browser; a wrong one is shown again', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const issued = await browser.form(resumeCode, params, { action: 'issue' })
    const code = readIssuedCode(byKey(browser.key), params.id, new Date())!
    expect(issued.headers.get('location')).toBe(`/check/${params.id}/weitergeben?ausgestellt=1`)

    const fresh = new Browser()
    const wrong = await fresh.form(resume, {}, { code: 'ABCD' })
    expect(sentTo(wrong)).toEqual([303, '/fortsetzen?fehler=1'])
    expect((await takeRejectedInput(fresh.key, 'resume', new Date()))?.payload).toEqual({ code: 'ABCD' })
    expect(sentTo(await fresh.form(resume, {}, { code }))).toEqual([303, `/check/${params.id}`])
    expect((await readAssessment(byKey(fresh.key), params.id, new Date())).id).toBe(params.id)

    await browser.form(resumeCode, params, { action: 'revoke' })
    expect(sentTo(await new Browser().form(resume, {}, { code }))).toEqual([303, '/fortsetzen?fehler=1'])
  })

  test('state file: saved under the town’s name, loaded as a new check; a broken one is shown with its reason', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    await browser.form(profile, params, { name: 'Łódź an der Weiß', status: 'kreisfrei' })
    const file = await browser.get(state, params)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="drei-ebenen-check_[a-z0-9-]+_\d{4}-\d{2}-\d{2}\.json"$/,
    )
    const bytes = new Uint8Array(await file.arrayBuffer())
    const fresh = new Browser()
    const loaded = await fresh.upload(importFile, {}, bytes)
    expect(loaded.headers.get('location')).toMatch(/^\/check\/[\w-]{22}$/)
    expect((await listAssessments(fresh.key, new Date()))[0]?.name).toBe('Łódź an der Weiß')

    expect(sentTo(await fresh.upload(importFile, {}, bytes.subarray(0, 100)))).toEqual([303, '/fortsetzen?mit=datei&fehler=1'])
    expect((await takeRejectedInput(fresh.key, 'import', new Date()))?.errors[0]).toMatchObject({
      code: 'bad-file',
      values: { reason: 'syntax' },
    })
    const asJson = await fresh.json(importFile, {}, '{\n oops')
    expect(asJson.status).toBe(422)
    expect((await asJson.json()).error.fields[0].message).toContain('Zeile 2')
  })

  test('delete: only after confirmation; the last check takes the cookie with it', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const second = await beginIn(browser)
    expect(sentTo(await browser.form(remove, params, {}))).toEqual([303, `/check/${params.id}/loeschen?fehler=1`])
    expect(sentTo(await browser.form(remove, params, { confirm: 'ja' }))).toEqual([303, '/?geloescht=1'])
    expect(browser.key).not.toBeNull()
    await browser.form(remove, second, { confirm: 'ja' })
    expect(browser.key).toBeNull()
  })

  test('leads to pages of the same check only', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    const own = `/check/${params.id}`
    const cases = [
      ['uebersicht', own],
      ['ergebnis', `${own}/ergebnis`],
      [`${own}/frage/runde`, `${own}/frage/runde`],
      ['https://example.org', own],
      ['//example.org', own],
      [`${own}/../../fehler`, own],
      [`${own}x/profil`, own],
      ['/check/other', own],
      ['javascript:alert(1)', own],
    ]
    for (const [next, location] of cases) {
      expect((await browser.form(place, params, { name: 'Mitte', next: next! })).headers.get('location')).toBe(location)
    }
  })

  test('with a foreign, dead or missing key ends at the 404, whatever was wrong with the form', async () => {
    const params = await beginIn(new Browser())
    const stranger = new Browser()
    await beginIn(stranger)
    const dead = new Browser()
    dead.cookie = `dec-key=${'x'.repeat(43)}`
    for (const browser of [dead, new Browser()]) {
      expect(sentTo(await browser.form(place, params, { name: 'Mitte' }))).toEqual([303, '/fehler/not-found'])
    }
    // A browser with a key of its own finds what it sent on that page, for a foreign id as for an absent one.
    for (const id of [params.id, 'absent']) {
      expect(sentTo(await stranger.form(place, { id }, { name: 'Mitte' }))).toEqual([303, '/fehler/not-found?eingabe=1'])
    }
    expect(await takeRejectedInput(stranger.key, lostForm, new Date())).toEqual({ payload: { name: 'Mitte' }, errors: [] })
    for (const browser of [dead, new Browser()]) {
      expect(sentTo(await browser.form(place, params, { name: '' }))).toEqual([303, '/fehler/not-found'])
    }
  })

  test('an address that takes posts only says so', async () => {
    const browser = new Browser()
    const params = await beginIn(browser)
    expect(sentTo(await browser.get(getPlace as never, params))).toEqual([303, '/fehler/method-not-allowed'])
    expect((await browser.get(getPlace as never, params, 'application/json')).status).toBe(405)
  })
})

test('an invitation redeemed after the session is over asks for login and leads back to it', async () => {
  const browser = new Browser()
  browser.cookie = 'dec-session=abgemeldet'
  const answer = await browser.form(invitation, {}, { code: 'F35G-5X1H-Z5P4-JDC3' })
  const back = encodeURIComponent('/einladung?fehler=1')
  expect(sentTo(answer)).toEqual([303, `/anmelden?von=${back}`])
})
