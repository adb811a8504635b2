/** Refused forms: only their own browser reads them, and nobody takes the room of others. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { POST as start } from '@/app/api/assessments/route'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as place } from '@/app/api/assessments/[id]/place/route'
import { POST as invitation } from '@/app/api/invitation/route'
import { POST as password } from '@/app/api/password/route'
import { POST as resume } from '@/app/api/resume/route'
import { POST as session } from '@/app/api/session/route'
import { POST as setUp } from '@/app/api/set-up/route'
import { lostForm } from '@/app/_lib/lost-input'
import { invite, issueSetUpCode } from '@/lib/accounts/invitation-service'
import { issueResetCode } from '@/lib/accounts/reset-service'
import { byKey } from '@/lib/accounts/actor'
import { issueResumeCode } from '@/lib/assessments/resume-service'
import { keepRejectedInput, takeRejectedInput } from '@/lib/assessments/service'
import { keptLimits } from '@/lib/budgets/limits'
import { trySpend } from '@/lib/budgets/spend'
import { judgeClock, noteJudgement } from '@/lib/clock-trust'
import { openDatabase } from '@/lib/db'
import { inputLimits } from '@/lib/input/limits'
import { firstWorkspace, person } from '../accounts/people'
import { Browser } from '../setup/browser'
import { begin, days, later, now, useInstallation } from '../setup/installation'

const installation = useInstallation()

/** Files of the data folder that hold a text. */
const traces = (text: string) =>
  readdirSync(installation.dataDir).filter((name) => readFileSync(join(installation.dataDir, name)).includes(text))
const bare = (code: string) => code.replaceAll('-', '')

async function checkIn(browser: Browser) {
  const begun = await browser.form(start, {}, { mode: 'voll' })
  return { id: begun.headers.get('location')!.split('/')[2]! }
}

describe('what was typed into a refused form stands nowhere in the database, and its own browser still shows it', () => {
  const weak = { password: 'kurz', 'password-again': 'kurz' }
  const who = { name: 'Unverwechselbar Erika', email: 'unverwechselbar@musterstadt.de' }

  async function expectSealed(key: string | null, form: string, texts: readonly string[]) {
    const kept = await takeRejectedInput(key, form, new Date())
    const shown = Object.values(kept?.payload ?? {}).flat()
    for (const text of texts) {
      expect(shown).toContain(text)
      for (const written of [text, bare(text)]) expect([written, traces(written)]).toEqual([written, []])
    }
  }

  test('control: what is saved is found in the files', async () => {
    const browser = new Browser()
    await browser.form(place, await checkIn(browser), { name: 'Unverwechselbares Viertel' })
    expect(traces('Unverwechselbares Viertel')).not.toEqual([])
  })

  test('setting up', async () => {
    const code = (await issueSetUpCode(new Date()))!
    const browser = new Browser()
    await browser.form(setUp, {}, { code, kommune: 'Unverwechselstadt', ...who, ...weak })
    await expectSealed(browser.key, 'set-up', [code, 'Unverwechselstadt', who.name, who.email])
  })

  test('an invitation', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { code } = await invite(koordination, workspaceId, { role: 'lesen', label: '' }, new Date())
    const browser = new Browser()
    await browser.form(invitation, {}, { code, ...who, ...weak })
    await expectSealed(browser.key, 'invitation', [code, who.name, who.email])
  })

  test('a new password', async () => {
    await firstWorkspace()
    const code = (await issueResetCode(person('Erika').email, new Date()))!
    const browser = new Browser()
    await browser.form(password, {}, { code, ...weak })
    await expectSealed(browser.key, 'reset', [code])
  })

  test('a Wiederaufnahme-Code with a slip in it', async () => {
    const { key, id } = await begin()
    const code = await issueResumeCode(byKey(key), id, now)
    const slip = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    const browser = new Browser()
    await browser.form(resume, {}, { code: slip })
    await expectSealed(browser.key, 'resume', [slip])
  })

  test('an answer with too long a comment', async () => {
    const browser = new Browser()
    const params = await checkIn(browser)
    const comment = `Unverwechselbar vertraulich${' x'.repeat(3_000)}`
    const field = 'q.rueckhalt-struktur'
    const sent = {
      factor: 'rueckhalt',
      formId: 'f',
      [`${field}.choice`]: '2',
      [`${field}.comment`]: comment,
      [`${field}.version`]: '0',
    }
    await browser.form(answers, params, sent)
    await expectSealed(browser.key, `answers:${params.id}:rueckhalt`, [comment])
    expect(traces('Unverwechselbar vertraulich')).toEqual([])
  })

  test('a login', async () => {
    const browser = new Browser()
    await browser.form(session, {}, { email: who.email, password: 'Unverwechselbar falsch' })
    await expectSealed(browser.key, 'login', [who.email])
    expect(traces('Unverwechselbar falsch')).toEqual([])
  })

  test('a form that leads nowhere', async () => {
    const browser = new Browser()
    await checkIn(browser)
    await browser.form(place, { id: 'absent' }, { name: 'Unverwechselbares Viertel' })
    await expectSealed(browser.key, lostForm, ['Unverwechselbares Viertel'])
  })

  test('a changed byte or another key shows nothing, and nothing breaks', async () => {
    const { key } = await begin()
    await keepRejectedInput(key, 'place:1', { payload: { name: 'Mitte' }, errors: [] }, now)
    const { client } = await openDatabase()
    const row = await client.rejectedInput.findFirstOrThrow()
    const sealed = Uint8Array.from(row.sealed, (byte, at) => (at === 20 ? byte ^ 1 : byte))
    await client.rejectedInput.updateMany({ data: { sealed } })
    expect(await takeRejectedInput(key, 'place:1', now)).toBeNull()
    await client.rejectedInput.updateMany({ data: { sealed: new Uint8Array() } })
    expect(await takeRejectedInput(key, 'place:1', now)).toBeNull()
    // A row that was moved under another browser's key.
    const other = await begin()
    const otherKey = await client.accessKey.findFirstOrThrow({ where: { grants: { some: { assessmentId: other.id } } } })
    await client.rejectedInput.updateMany({ data: { sealed: row.sealed, keyId: otherKey.id } })
    expect(await takeRejectedInput(other.key, 'place:1', now)).toBeNull()
  })
})

describe('room', () => {
  const input = (bytes: number) => ({ payload: { note: 'x'.repeat(bytes) }, errors: [] })
  const { shares, perKey } = keptLimits
  const stranger = async (bytes: number, at = now) =>
    (await keepRejectedInput(null, 'login', input(bytes), at, { open: true })).kept

  test('a stranger keeps a small form; a browser with a check keeps whatever a form may hold', async () => {
    expect(await stranger(shares.stranger.form - 200)).toBe(true)
    expect(await stranger(shares.stranger.form)).toBe(false)
    const { key } = await begin()
    expect((await keepRejectedInput(key, 'place:1', input(inputLimits.formBody), now)).kept).toBe(true)
    const { kept } = await keepRejectedInput(null, 'x', input(inputLimits.formBody), now, { open: true, trusted: true })
    expect(kept).toBe(true)
  })

  test('where nothing is kept, no key is made either', async () => {
    expect(await keepRejectedInput(null, 'login', input(shares.stranger.form), now, { open: true })).toEqual({
      kept: false,
      newKey: null,
    })
    expect(await (await openDatabase()).client.accessKey.count()).toBe(0)
  })

  /** Fills the strangers' room but for less than one more of the largest forms. */
  async function fillStrangers() {
    const { client } = await openDatabase()
    const { newKey } = await keepRejectedInput(null, 'login', input(100), now, { open: true })
    const row = await client.rejectedInput.findFirstOrThrow()
    const most = Math.floor(shares.stranger.all / shares.stranger.form)
    const data = Array.from({ length: most }, (_, index) => ({ ...row, form: `x${index}`, bytes: shares.stranger.form }))
    await client.rejectedInput.createMany({ data: data.slice(0, -1) })
    return newKey!
  }

  test('strangers together keep so much and no more; they take nothing from others, and nothing of theirs makes way', async () => {
    const first = await fillStrangers()
    const { client } = await openDatabase()
    const before = await client.rejectedInput.count()
    expect(await stranger(shares.stranger.form - 200)).toBe(false)
    expect(await client.rejectedInput.count()).toBe(before)
    expect(await takeRejectedInput(first, 'login', now)).not.toBeNull()

    const { key } = await begin()
    expect((await keepRejectedInput(key, 'place:1', input(100_000), now)).kept).toBe(true)
    expect((await keepRejectedInput(null, 'x', input(100_000), now, { open: true, trusted: true })).kept).toBe(true)
  })

  test('what has expired does not count and is removed', async () => {
    await fillStrangers()
    const tomorrow = later(days(1))
    expect(await stranger(shares.stranger.form - 200, tomorrow)).toBe(true)
    expect(await (await openDatabase()).client.rejectedInput.count()).toBe(1)
  })

  test('a clock that is not believed removes nothing', async () => {
    await fillStrangers()
    const { client } = await openDatabase()
    const before = await client.rejectedInput.count()
    const state = { seenAt: later(days(900)), goodAt: now, suspectedAt: later(days(900)), behindFrom: null }
    noteJudgement({ ...judgeClock(null, now), trusted: false, state })
    try {
      await stranger(100, later(days(900)))
      expect(await client.rejectedInput.count()).toBe(before + 1)
    } finally {
      noteJudgement(judgeClock(null, now))
    }
  })

  test('of one browser the oldest make way: by number', async () => {
    const { key } = await begin()
    const other = await begin()
    await keepRejectedInput(other.key, 'place:1', input(10), now)
    for (let index = 0; index <= perKey.forms; index += 1) await keepRejectedInput(key, `place:${index}`, input(10), later(index))
    const shown = async (index: number) => (await takeRejectedInput(key, `place:${index}`, later(100))) !== null
    expect([await shown(0), await shown(1), await shown(perKey.forms)]).toEqual([false, true, true])
    expect(await takeRejectedInput(other.key, 'place:1', later(100))).not.toBeNull()
  })

  test('of one browser the oldest make way: by size; the same form again takes the room of its earlier one', async () => {
    const { key } = await begin()
    const third = input(Math.floor(perKey.bytes / 3))
    for (const index of [0, 1, 1, 1, 2]) await keepRejectedInput(key, `place:${index}`, third, later(index))
    const shown = async (index: number) => (await takeRejectedInput(key, `place:${index}`, later(100))) !== null
    expect([await shown(0), await shown(1), await shown(2)]).toEqual([false, true, true])
  })
})

test('a form with tens of thousands of unknown fields makes no large page', async () => {
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`feld${index}`, 'x']))
  const many = await new Browser().form(session, {}, fields(30_000))
  expect(many.headers.get('location')).toBe('/fehler/body-too-large')
  const browser = new Browser()
  await browser.form(session, {}, fields(inputLimits.fields))
  const kept = await takeRejectedInput(browser.key, 'login', new Date())
  expect(kept?.errors).toHaveLength(inputLimits.fieldErrors)
  const told = await (await new Browser().json(session, {}, fields(1_000))).text()
  expect(told.length).toBeLessThan(20_000)
})

describe('a form that there is no room to keep', () => {
  test('stands in the answer itself, to be copied, and is stored nowhere', async () => {
    while ((await trySpend('kept', { address: null, userId: null }, 100)) === null);
    const browser = new Browser()
    const params = await checkIn(browser)
    const name = `<script>alert(1)</script> & „Nordviertel“ ${'x'.repeat(150)}`
    const answer = await browser.form(place, params, { name })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8'])
    const page = await answer.text()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; „Nordviertel“')
    expect(page).not.toContain('<script>')
    // Without a style, only a text area breaks a long line on a narrow screen.
    expect(page).not.toContain('<pre')
    expect(page).toContain(`href="/check/${params.id}/quartier"`)
    expect(await (await openDatabase()).client.rejectedInput.count()).toBe(0)

    const login = await new Browser().form(session, {}, { email: 'erika@musterstadt.de', password: 'Brücke falsch Lampe' })
    const shown = await login.text()
    expect([login.status, login.headers.get('set-cookie')]).toEqual([401, null])
    expect(shown).toContain('erika@musterstadt.de')
    expect(shown).not.toContain('Brücke falsch Lampe')
  })
})
