import { statSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { forgetAttempts } from '@/lib/accounts/password-attempts'
import { readSession, signIn, signOut } from '@/lib/accounts/session-service'
import { openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { goForward, useStoppedClock } from '../setup/forward-clock'
import { useInstallation } from '../setup/installation'
import { firstWorkspace, password } from './people'

const installation = useInstallation()
useStoppedClock()
beforeEach(() => forgetAttempts(erika))
const refused = (code: string) => expect.objectContaining({ code })
const erika = { email: 'erika@musterstadt.de', password, address: null }
/** better-auth reads the clock itself: these tests start from the real time. */
const start = new Date()
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

describe('signing in', () => {
  test('gives a session that says who it is; the cookie is not stored as it is', async () => {
    const { userId } = await firstWorkspace()
    const { cookie } = await signIn(erika, null)
    expect(await readSession(cookie, start)).toMatchObject({ userId, name: 'Erika', email: erika.email })
    expect(await readSession(null, start)).toBeNull()
    expect(statSync(joinPath(installation.dataDir, 'anmeldung.schluessel')).mode & 0o777).toBe(0o600)
  })

  test('an unknown address and a wrong password get the same answer', async () => {
    await firstWorkspace()
    const answers = await Promise.all(
      [
        { ...erika, password: 'falsch falsch falsch' },
        { ...erika, email: 'niemand@musterstadt.de' },
      ].map((given) => signIn(given, null).catch((error: unknown) => JSON.stringify(error))),
    )
    expect(answers[0]).toContain('bad-login')
    expect(answers[0]).toBe(answers[1])
  })

  test('many wrong passwords at once are counted one by one, before any is compared', async () => {
    await firstWorkspace()
    const guesses = Array.from({ length: 30 }, (_, index) => ({
      ...erika,
      password: `falsch falsch ${index}`,
      address: '10.0.0.9',
    }))
    const answers = await Promise.all(
      guesses.map((given) => signIn(given, null).catch((error: unknown) => (error as { code: string }).code)),
    )
    expect(answers.filter((code) => code === 'bad-login')).toHaveLength(10)
    expect(answers.filter((code) => code === 'throttled')).toHaveLength(20)
    // From elsewhere nobody was slowed down.
    await expect(signIn(erika, null)).resolves.toBeDefined()
  })

  test('right passwords of many people behind one address never add up', async () => {
    await firstWorkspace()
    for (let time = 0; time < 61; time += 1) await signIn({ ...erika, address: '10.0.0.10' }, null)
  }, 60_000)

  test('waits after ten wrong passwords, also with the right one, and is possible again later', async () => {
    await firstWorkspace()
    for (let n = 0; n < 10; n += 1) {
      await expect(signIn({ ...erika, password: `falsch ${n} falsch` }, null)).rejects.toEqual(refused('bad-login'))
    }
    await expect(signIn(erika, null)).rejects.toEqual(refused('throttled'))
    goForward(15_000)
    await signIn(erika, null)
  })

  test('ends the session the browser had before', async () => {
    await firstWorkspace()
    const { cookie: older } = await signIn(erika, null)
    const { cookie: newer } = await signIn(erika, older)
    expect(newer).not.toBe(older)
    await expect(readSession(older, start)).rejects.toEqual(refused('login-required'))
    expect(await readSession(newer, start)).not.toBeNull()
  })

  test('stores neither address nor browser', async () => {
    await firstWorkspace()
    await signIn(erika, null)
    const { client } = await openDatabase()
    expect(await client.session.findMany({ select: { ipAddress: true, userAgent: true } })).toEqual([
      { ipAddress: null, userAgent: null },
    ])
  })
})

describe('a session ends', () => {
  test('after two hours without use; each use begins them anew', async () => {
    await firstWorkspace()
    const { cookie } = await signIn(erika, null)
    await readSession(cookie, after(119))
    await readSession(cookie, after(238))
    await expect(readSession(cookie, after(359))).rejects.toEqual(refused('login-required'))
    // Also when the clock is set back: it is gone.
    await expect(readSession(cookie, after(240))).rejects.toEqual(refused('login-required'))
  })

  test('that was begun or used while the clock was years ahead, once it is set right', async () => {
    await firstWorkspace()
    for (const wrong of ['createdAt', 'updatedAt'] as const) {
      const { cookie } = await signIn(erika, null)
      const { client } = await openDatabase()
      await client.session.updateMany({ data: { [wrong]: after(60 * 24 * 1130), expiresAt: after(60 * 24 * 1131) } })
      await expect(readSession(cookie, start)).rejects.toEqual(refused('login-required'))
    }
    // A clock that is put right by minutes signs nobody out.
    const { cookie } = await signIn(erika, null)
    await readSession(cookie, after(-9))
  })

  test('after twelve hours in any case', async () => {
    await firstWorkspace()
    const { cookie } = await signIn(erika, null)
    for (let minutes = 100; minutes < 720; minutes += 100) await readSession(cookie, after(minutes))
    await expect(readSession(cookie, after(721))).rejects.toEqual(refused('login-required'))
  })

  test('as the operator has set it', async () => {
    process.env.SESSION_IDLE_MINUTES = '10'
    resetSettings()
    try {
      await firstWorkspace()
      const { cookie } = await signIn(erika, null)
      await expect(readSession(cookie, after(11))).rejects.toEqual(refused('login-required'))
    } finally {
      delete process.env.SESSION_IDLE_MINUTES
      resetSettings()
    }
  })

  test('when one signs out; a forged or cut cookie opens nothing', async () => {
    await firstWorkspace()
    const { cookie } = await signIn(erika, null)
    const [token, signature] = cookie.split('.')
    for (const forged of [`${token}.${'A'.repeat(43)}%3D`, token!, `x${token}.${signature}`, '']) {
      await expect(readSession(forged, start)).rejects.toEqual(refused('login-required'))
    }
    await signOut(cookie)
    await expect(readSession(cookie, start)).rejects.toEqual(refused('login-required'))
    await signOut(cookie)
  })
})
