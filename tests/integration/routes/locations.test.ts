/** Where a form leads is made of ids of a closed shape and of nothing else that was sent. */
import { readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { redirectAnswer } from '@/app/_lib/answer-request'
import { lostForm } from '@/app/_lib/lost-input'
import { POST as start } from '@/app/api/assessments/route'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as decisions } from '@/app/api/assessments/[id]/decisions/route'
import { POST as measures } from '@/app/api/workspaces/[workspaceId]/measures/route'
import { POST as state } from '@/app/api/workspaces/[workspaceId]/measures/state/route'
import { POST as targets } from '@/app/api/workspaces/[workspaceId]/targets/route'
import { sessionCookie } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { takeRejectedInput } from '@/lib/assessments/service'
import { inputLimits } from '@/lib/input/limits'
import { firstWorkspace, person } from '../accounts/people'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()

type Post = (
  request: Request,
  context: { params: Promise<{ id: string; workspaceId: string; measureId: string }> },
) => Promise<Response>

/** Every route that takes posts. */
const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => file.split(sep).slice(0, -1).join('/'))

/** Every name that a form of ours sends. */
const names = [
  ...['action', 'agreedOn', 'answeredBy', 'basedOn', 'challenges', 'check', 'choice', 'code', 'comment', 'confirm', 'decision'],
  ...['email', 'empfehlung', 'factor', 'factorId', 'fileReference', 'formId', 'id', 'keep', 'kommune', 'label', 'massnahme'],
  ...['measure', 'member', 'mode', 'name', 'next', 'password', 'periodFrom', 'place', 'questionnaire', 'reason', 'revoke'],
  ...['role', 'runde', 'seq', 'shown', 'status', 'subject', 'title', 'value', 'version', 'von'],
]
/** All names at once must still be a form that is read. */
const long = {
  letters: 'x'.repeat(4_500),
  blanks: ' a'.repeat(2_000),
  umlauts: 'ä'.repeat(700),
  address: `/check/${'ä'.repeat(480)}`,
}

async function coordinator() {
  const { workspaceId } = await firstWorkspace()
  const { cookie } = await signIn({ ...person('Erika'), address: null }, null)
  const begun = await new Browser().form(start, {}, { mode: 'voll' })
  const key = begun.headers.get('set-cookie')!.split(';')[0]!
  const id = begun.headers.get('location')!.split('/')[2]!
  return { workspaceId, id, cookies: `${key}; ${sessionCookie(cookie, false).split(';')[0]}`, key: key.split('=')[1]! }
}

test('the test sees the routes', () => expect(routes.length).toBeGreaterThan(30))

describe('a Location is short, whatever is sent', () => {
  test.each(routes)('%s', async (route) => {
    const { POST } = (await import(`@/app/api/${route}/route`)) as { POST?: Post }
    if (!POST) return
    const { workspaceId, id, cookies } = await coordinator()
    const known = { id, workspaceId, measureId: 'AAAAAAAAAAAAAAAAAAAAAA' }
    const foreign = { id: long.letters, workspaceId: long.umlauts, measureId: long.blanks }
    // Two together name one form, so all are sent at once; and each alone, beside nothing that is refused first.
    const together = Object.values(long).map((value) => Object.fromEntries(names.map((name) => [name, value])))
    const alone = names.map((name) => ({ [name]: long.letters }))
    const tries = [
      ...[...together, ...alone].map((fields) => [known, fields] as const),
      ...together.map((fields) => [foreign, fields] as const),
    ]
    for (const [params, fields] of tries) {
      const browser = new Browser()
      browser.cookie = cookies
      const location = (await browser.form(POST, params, fields)).headers.get('location') ?? ''
      expect([Object.keys(fields)[0], location.slice(inputLimits.location)]).toEqual([Object.keys(fields)[0], ''])
    }
  })
})

describe('the refused form is shown all the same', () => {
  const note = 'Was die Stadtspitze dazu sagt'
  test.each([
    ['targets', targets, { factor: long.letters, reason: note, value: '60' }],
    ['the state of a measure', state, { measure: long.letters, runde: long.letters, note }],
    ['a new measure', measures, { id: long.letters, runde: long.letters, empfehlung: long.letters, note }],
    ['answers', answers, { factor: long.letters, formId: 'f', 'q.raeume.comment': note }],
    ['a decision', decisions, { measure: long.letters, decision: 'spaeter', reason: note }],
  ])('%s', async (_, post, fields) => {
    const { workspaceId, id, cookies, key } = await coordinator()
    const browser = new Browser()
    browser.cookie = cookies
    const answer = await browser.form(post, { workspaceId, id, measureId: 'm' }, fields)
    const location = answer.headers.get('location')!
    expect(location.length).toBeLessThanOrEqual(inputLimits.location)
    const shown = new URL(location, 'http://127.0.0.1')
    const form = shown.pathname.startsWith('/fehler/') ? lostForm : `measure-new:${workspaceId}:`
    expect(shown.search).toMatch(/eingabe=1|fehler=1/)
    expect(Object.values((await takeRejectedInput(key, form, new Date()))?.payload ?? {})).toContain(note)
  })
})

test('an address that became too long all the same loses what stands behind its question mark, and never its place', () => {
  expect(redirectAnswer(`/check/a/profil?x=${long.letters}`).headers.get('location')).toBe('/check/a/profil')
  expect(redirectAnswer(`/${long.letters}`).headers.get('location')).toBe('/')
  expect(redirectAnswer('/check/a/profil?fehler=1').headers.get('location')).toBe('/check/a/profil?fehler=1')
})
