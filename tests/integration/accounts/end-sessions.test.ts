/** Ending sessions: one by one, all others, the own one; and what a browser is told to forget. */
import { describe, expect, test } from '@jest/globals'
import { POST as deleteAccount } from '@/app/api/account/delete/route'
import { POST as changePassword } from '@/app/api/account/password/route'
import { POST as endSessions } from '@/app/api/account/sessions/route'
import { POST as joinWorkspace } from '@/app/api/invitation/route'
import { POST as resetPassword } from '@/app/api/password/route'
import { POST as signOut } from '@/app/api/session/end/route'
import { POST as setUp } from '@/app/api/set-up/route'
import { listSessions } from '@/lib/accounts/account-service'
import { invite, issueSetUpCode } from '@/lib/accounts/invitation-service'
import { issueResetCode } from '@/lib/accounts/reset-service'
import { readSession } from '@/lib/accounts/session-service'
import { deleteExpired } from '@/lib/assessments/removal-service'
import { openDatabase } from '@/lib/db'
import { days, useInstallation } from '../setup/installation'
import { firstWorkspace, join, password, signedIn } from './people'
import { PersonBrowser } from './person-browser'

useInstallation()

/** A browser in which somebody is signed in. */
async function enter(name = 'Erika'): Promise<PersonBrowser> {
  const browser = new PersonBrowser('192.0.2.1')
  expect(await browser.tries(password, `${name.toLowerCase()}@musterstadt.de`)).toBe(200)
  return browser
}

const sessionOf = async (browser: PersonBrowser) =>
  await readSession(browser.jar.get('dec-session') ?? null, new Date()).catch(() => null)
const idOf = async (browser: PersonBrowser) => (await sessionOf(browser))!.id
const live = async (...browsers: PersonBrowser[]) => Promise.all(browsers.map(async (one) => (await sessionOf(one)) !== null))

describe('one session', () => {
  test('ends in the browser where it is; the others go on', async () => {
    await firstWorkspace()
    const [here, there, elsewhere] = [await enter(), await enter(), await enter()]
    const answer = await here.send(endSessions, { session: await idOf(there) }, 'text/html')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/konto?beendet=eine'])
    expect(answer.headers.get('clear-site-data')).toBeNull()
    expect(await live(here, there, elsewhere)).toEqual([true, false, true])
  })

  test('the own one ends as by signing out', async () => {
    await firstWorkspace()
    const [here, there] = [await enter(), await enter()]
    const answer = await here.send(endSessions, { session: await idOf(here) }, 'text/html')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/anmelden?abgemeldet=1'])
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(here.jar.get('dec-session')).toBe('abgemeldet')
    expect(await live(here, there)).toEqual([false, true])
  })

  test('of somebody else is as one that does not exist, and goes on', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    await join(workspaceId, koordination, 'Ida', 'koordination')
    const [erika, ida] = [await enter(), await enter('Ida')]
    const answers = []
    for (const session of [await idOf(ida), 'gibt-es-nicht']) {
      const answer = await erika.send(endSessions, { session })
      answers.push([answer.status, await answer.text()])
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]![0]).toBe(404)
    expect(await live(erika, ida)).toEqual([true, true])
  })

  test.each([['kein Ausweis!'], [''], ['x'.repeat(81)]])('an id of no shape is refused and ends nothing: %s', async (session) => {
    await firstWorkspace()
    const [here, there] = [await enter(), await enter()]
    expect((await here.send(endSessions, { session })).status).toBe(422)
    expect(await live(here, there)).toEqual([true, true])
  })
})

test('all others end at once, and only those', async () => {
  await firstWorkspace()
  const [here, there, elsewhere] = [await enter(), await enter(), await enter()]
  expect((await here.send(endSessions, {}, 'text/html')).headers.get('location')).toBe('/konto?beendet=andere')
  expect(await live(here, there, elsewhere)).toEqual([true, false, false])
})

describe('what a browser keeps of pages is gone, and nothing that other services of the town may need', () => {
  test.each([
    ['signing out', signOut, {}],
    ['deleting the account', deleteAccount, { password }],
  ] as const)('%s', async (_, route, fields) => {
    const { workspaceId, koordination } = await firstWorkspace()
    for (const name of ['Otto', 'Uta']) await join(workspaceId, koordination, name, 'koordination')
    for (const [name, accept] of [
      ['Erika', 'application/json'],
      ['Otto', 'text/html'],
    ] as const) {
      const answer = await (await enter(name)).send(route, fields, accept)
      expect([accept, answer.headers.get('clear-site-data')]).toEqual([accept, '"cache"'])
    }
  })

  test('not when nothing has ended', async () => {
    await firstWorkspace()
    const browser = await enter()
    for (const [route, fields] of [
      [deleteAccount, { password: 'falsch falsch falsch' }],
      [endSessions, {}],
    ] as const) {
      expect((await browser.send(route, fields)).headers.get('clear-site-data')).toBeNull()
    }
  })
})

describe('the session that a browser had before ends', () => {
  const fresh = { password: 'Regen Teppich Ziegel', 'password-again': 'Regen Teppich Ziegel' }

  test('when the own password is changed there: the old cookie is worth nothing any more', async () => {
    await firstWorkspace()
    const [here, there] = [await enter(), await enter()]
    const before = here.jar.get('dec-session')!
    expect((await here.send(changePassword, { 'current-password': password, ...fresh })).status).toBe(200)
    expect(await readSession(before, new Date()).catch(({ code }: { code: string }) => code)).toBe('login-required')
    expect(await live(here, there)).toEqual([true, false])
  })

  test('when somebody redeems a code in a browser in which somebody else is signed in', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    await join(workspaceId, koordination, 'Ida', 'lesen')
    const account = (name: string) => ({ name, email: `${name.toLowerCase()}@musterstadt.de`, ...fresh })
    const reset = (await issueResetCode('ida@musterstadt.de', new Date()))!
    const further = (await issueSetUpCode(new Date(), { further: true }))!
    for (const [route, fields] of [
      [resetPassword, { code: reset, ...fresh }],
      [setUp, { code: further, kommune: 'Zweitstadt', ...account('Otto') }],
    ] as const) {
      const browser = await enter()
      const before = browser.jar.get('dec-session')!
      expect((await browser.send(route, fields)).status).toBe(200)
      expect(await readSession(before, new Date()).catch(({ code }: { code: string }) => code)).toBe('login-required')
    }
    // An invitation for a new account is refused while somebody is signed in.
    const { code } = await invite(koordination, workspaceId, { role: 'lesen', label: '' }, new Date())
    expect((await (await enter()).send(joinWorkspace, { code, ...account('Uwe') })).status).toBe(409)
  })
})

test('sessions whose time is over are not kept: a browser that was closed never asks again', async () => {
  const { userId } = await firstWorkspace()
  await enter()
  const { client } = await openDatabase()
  await deleteExpired(new Date())
  expect([await client.session.count(), (await listSessions(signedIn(userId), new Date())).length]).toEqual([1, 1])
  await deleteExpired(new Date(Date.now() + days(1)))
  expect(await client.session.count()).toBe(0)
})
