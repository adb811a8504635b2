/** Somebody guesses a password: what the guesser, the person and the operator meet. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { POST as deleteAccount } from '@/app/api/account/delete/route'
import { POST as changePassword } from '@/app/api/account/password/route'
import { POST as joinWorkspace } from '@/app/api/invitation/route'
import { POST as resetPassword } from '@/app/api/password/route'
import { POST as signIn } from '@/app/api/session/route'
import { POST as setUp } from '@/app/api/set-up/route'
import { authOf } from '@/lib/accounts/adapter'
import { invite, issueSetUpCode } from '@/lib/accounts/invitation-service'
import { accountLimits } from '@/lib/accounts/limits'
import { beginLogin, forgetAttempts } from '@/lib/accounts/password-attempts'
import { issueResetCode } from '@/lib/accounts/reset-service'
import { openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { goForward, useStoppedClock } from '../setup/forward-clock'
import { useInstallation } from '../setup/installation'
import { PersonBrowser } from './person-browser'
import { firstWorkspace, join, password } from './people'

useInstallation()
useStoppedClock()
const erika = 'erika@musterstadt.de'
const free = accountLimits.atAccountFromAddress.free

beforeEach(() => {
  process.env.TRUSTED_PROXIES = '1'
  resetSettings()
  forgetAttempts({ email: erika })
})
afterEach(() => {
  delete process.env.TRUSTED_PROXIES
  jest.restoreAllMocks()
})

const statuses = (tries: readonly number[]) =>
  Object.fromEntries([...new Set(tries)].map((one) => [one, tries.filter((other) => other === one).length]))
let strangers = 0
const stranger = () => new PersonBrowser(`198.51.${Math.floor(strangers / 250)}.${(strangers++ % 250) + 1}`)

/** What the server's clock says; timers go on as ever. */
function setTimeOfDay(now: number): void {
  const timers = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'] as const
  jest.useFakeTimers({ now, doNotFake: ['performance', 'hrtime', 'nextTick', 'queueMicrotask', ...timers] })
}

/** Strangers from many addresses use up every free attempt at an account; what they typed need not be compared for this. */
async function besiege(email = erika): Promise<void> {
  for (let n = 0; n < accountLimits.atAccount.free; n += 1) {
    beginLogin({ account: email, address: stranger().address, mark: null })
  }
  expect(await stranger().tries(password, email)).toBe(429)
}

describe('guessing', () => {
  test('sixty at once: ten are compared, all others are told when to come back, and waiting is all it takes', async () => {
    await firstWorkspace()
    const guesser = new PersonBrowser('192.0.2.1')
    const tries = await Promise.all(Array.from({ length: 60 }, (_, n) => guesser.tries(`falsch falsch ${n}`)))
    expect(statuses(tries)).toEqual({ 401: free, 429: 60 - free })
    const refused = await guesser.send(signIn, { email: erika, password })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15'])
    const { error } = (await refused.json()) as { error: { fields: { field: string; message: string }[] } }
    expect(error.fields).toEqual([
      {
        field: 'password',
        code: 'throttled',
        message:
          'Es gab zu viele falsche Eingaben. Der nächste Versuch ist in 15 Sekunden möglich. Früher wird kein Passwort geprüft, auch kein richtiges.',
      },
    ])
    expect((await guesser.send(signIn, { email: erika, password }, 'text/html')).headers.get('location')).toBe(
      '/anmelden?fehler=1',
    )
    goForward(15_000)
    expect(await guesser.tries(password)).toBe(200)
  }, 60_000)

  test('an address without an account is slowed down in the same way, with the same words', async () => {
    await firstWorkspace()
    const told = async (email: string) => {
      const guesser = stranger()
      const answers = []
      for (let n = 0; n < free + 2; n += 1) {
        const answer = await guesser.send(signIn, { email, password: `falsch falsch ${n}` })
        answers.push([answer.status, answer.headers.get('retry-after'), answer.headers.getSetCookie(), await answer.text()])
      }
      return answers
    }
    expect(await told(erika)).toEqual(await told('niemand@musterstadt.de'))
  }, 60_000)

  test('long waits are told in minutes', async () => {
    await firstWorkspace()
    const guesser = stranger()
    for (let n = 0; n < free; n += 1) await guesser.tries('falsch falsch falsch')
    for (const wait of [15_000, 30_000, 60_000]) {
      goForward(wait)
      expect(await guesser.tries('falsch falsch falsch')).toBe(401)
    }
    const answer = await guesser.send(signIn, { email: erika, password })
    expect(answer.headers.get('retry-after')).toBe('120')
    expect(await answer.text()).toContain('ist in 2 Minuten möglich')
  }, 60_000)

  test('what the time of day is set to, and when a request began, does not matter', async () => {
    await firstWorkspace()
    const guesser = stranger()
    const days = 24 * 3_600_000
    const real = Date.now()
    for (let n = 0; n < free; n += 1) await guesser.tries('falsch falsch falsch')
    for (const wrong of [2 * days, -2 * days]) {
      setTimeOfDay(real + wrong)
      expect([wrong, await guesser.tries(password)]).toEqual([wrong, 429])
    }
    // Set back by two days, nobody is kept out until it has caught up.
    goForward(15_000)
    expect(await guesser.tries(password)).toBe(200)
    jest.useRealTimers()
  }, 60_000)
})

describe('while strangers guess', () => {
  test('a browser in which the person has signed in before is not slowed down; one in which somebody else has is', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    await join(workspaceId, koordination, 'Ida', 'lesen')
    const own = new PersonBrowser('192.0.2.10')
    const colleague = new PersonBrowser('192.0.2.11')
    expect([await own.tries(password), await colleague.tries(password, 'ida@musterstadt.de')]).toEqual([200, 200])
    await besiege()
    expect(await own.tries('verschrieben verschrieben')).toBe(401)
    expect(await own.tries(password)).toBe(200)
    expect(await colleague.tries(password)).toBe(429)
  }, 60_000)

  test('its own wrong attempts do not slow strangers down, and after ten of them it is one of them', async () => {
    await firstWorkspace()
    const own = new PersonBrowser('192.0.2.20')
    await own.tries(password)
    const tries: number[] = []
    for (let n = 0; n < 25; n += 1) tries.push(await own.tries('falsch falsch falsch'))
    expect(statuses(tries)).toEqual({
      401: accountLimits.fromKnownBrowser.free + free,
      429: 25 - accountLimits.fromKnownBrowser.free - free,
    })
    expect(await stranger().tries(password)).toBe(200)
  }, 60_000)

  test('a new password by the operator’s code lifts the wait and makes the browser known', async () => {
    await firstWorkspace()
    await besiege()
    const own = new PersonBrowser('192.0.2.30')
    expect(await own.tries(password)).toBe(429)
    const code = (await issueResetCode(erika, new Date()))!
    const fresh = 'Regen Teppich Ziegel'
    expect((await own.send(resetPassword, { code, password: fresh, 'password-again': fresh })).status).toBe(200)
    expect(own.jar.get('dec-known')).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    expect(await stranger().tries(fresh)).toBe(200)
    await besiege()
    expect(await own.tries(fresh)).toBe(200)
  }, 90_000)

  test('setting up and joining work although strangers tried the address before, and make the browser known', async () => {
    await besiege()
    const own = new PersonBrowser('192.0.2.40')
    const account = { name: 'Erika', email: erika, password, 'password-again': password }
    const code = (await issueSetUpCode(new Date()))!
    expect((await own.send(setUp, { code, kommune: 'Musterstadt', ...account })).status).toBe(200)
    const { client } = await openDatabase()
    const { workspaceId, userId } = await client.membership.findFirstOrThrow()
    await besiege()
    expect(await own.tries(password)).toBe(200)

    const ida = 'ida@musterstadt.de'
    forgetAttempts({ email: ida })
    await besiege(ida)
    const invitation = await invite({ key: null, userId }, workspaceId, { role: 'lesen', label: '' }, new Date())
    const second = new PersonBrowser('192.0.2.41')
    const given = { ...account, name: 'Ida', email: ida, code: invitation.code }
    expect((await second.send(joinWorkspace, given)).status).toBe(200)
    await besiege(ida)
    expect(await second.tries(password, ida)).toBe(200)
  }, 120_000)
})

describe('one’s own password, asked again', () => {
  test('is slowed down likewise, at the field in which it is typed; a right one after the wait begins anew', async () => {
    await firstWorkspace()
    const own = new PersonBrowser('192.0.2.50')
    await own.tries(password)
    const again = { password: 'Regen Teppich Ziegel', 'password-again': 'Regen Teppich Ziegel' }
    for (let n = 0; n < free; n += 1) {
      expect((await own.send(changePassword, { 'current-password': 'falsch falsch falsch', ...again })).status).toBe(422)
    }
    const slowed = await own.send(changePassword, { 'current-password': password, ...again })
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '15'])
    expect(await slowed.text()).toContain('"field":"current-password"')
    expect((await own.send(deleteAccount, { password })).status).toBe(429)
    goForward(15_000)
    expect((await own.send(changePassword, { 'current-password': password, ...again })).status).toBe(200)
  }, 60_000)

  test('the account that is deleted is forgotten by the browser', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    await join(workspaceId, koordination, 'Otto', 'koordination')
    const own = new PersonBrowser('192.0.2.51')
    await own.tries(password)
    await own.tries(password, 'otto@musterstadt.de')
    expect(own.jar.get('dec-known')!.split('~')).toHaveLength(2)
    expect((await own.send(deleteAccount, { password })).status).toBe(200)
    expect(own.jar.get('dec-known')!.split('~')).toHaveLength(1)
  }, 60_000)
})

describe('comparing costs', () => {
  test('a few passwords are hashed at a time, known browsers first; the crowd beyond is asked to come back, and nothing is counted', async () => {
    await firstWorkspace()
    const own = new PersonBrowser('192.0.2.60')
    await own.tries(password)
    const { password: hashing } = await authOf(await openDatabase()).$context
    let running = 0
    let most = 0
    let hashed = 0
    const counted =
      <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) =>
      async (...given: Given): Promise<T> => {
        most = Math.max(most, (running += 1))
        hashed += 1
        return await work(...given).finally(() => (running -= 1))
      }
    const [hash, verify] = [counted(hashing.hash), counted(hashing.verify)]
    jest.spyOn(hashing, 'hash').mockImplementation(hash)
    jest.spyOn(hashing, 'verify').mockImplementation(verify)
    const { hashingAtOnce, hashingWaiting } = accountLimits
    const address = '203.0.113.7'
    const niemand = (n: number) => `niemand-${n}@musterstadt.de`
    const crowd = Array.from({ length: 50 }, (_, n) => new PersonBrowser(address).tries(password, niemand(n)))
    const [ownStatus, ...others] = await Promise.all([own.tries(password), ...crowd])
    const compared = hashed - 1
    expect(ownStatus).toBe(200)
    expect(statuses(others)).toEqual({ 401: compared, 429: 50 - compared })
    expect(most).toBe(hashingAtOnce)
    expect(compared).toBeLessThanOrEqual(hashingAtOnce + hashingWaiting)
    const left = accountLimits.fromAddress.free - compared
    for (let n = 0; n < left; n += 1) beginLogin({ account: niemand(100 + n), address, mark: null })
    expect(() => beginLogin({ account: niemand(99), address, mark: null })).toThrow('throttled')
  }, 60_000)
})
