/** Planted cookies: by https only a name counts that nobody but this host can set. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { actorOfRequest } from '@/app/_lib/actor'
import { POST as start } from '@/app/api/assessments/route'
import { POST as signIn } from '@/app/api/session/route'
import { startAssessment } from '@/lib/assessments/service'
import { resetSettings } from '@/lib/env'
import { now, useInstallation } from '../setup/installation'
import { firstWorkspace, password } from './people'

useInstallation()
const site = 'https://check.musterstadt.de'

beforeEach(() => {
  process.env.APP_URL = site
  resetSettings()
})
afterEach(() => resetSettings())

const post = (handler: typeof start | typeof signIn, fields: Record<string, string>, cookie = '') =>
  handler(
    new Request(`${site}/api/x`, {
      method: 'POST',
      headers: {
        origin: site,
        accept: 'application/json',
        'content-type': 'application/json',
        ...(cookie === '' ? {} : { cookie }),
      },
      body: JSON.stringify(fields),
    }),
    { params: Promise.resolve({} as never) },
  )

test('a key that somebody else has set under the plain name is not adopted: the new check gets a key of its own', async () => {
  const { newKey: planted } = await startAssessment({ key: null, mode: 'voll', now })
  const answer = await post(start, { mode: 'voll' }, `dec-key=${planted}`)
  const set = answer.headers.getSetCookie()
  expect(set).toHaveLength(1)
  expect(set[0]).toMatch(/^__Host-dec-key=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure$/)
  expect(set[0]).not.toContain(planted!)
})

test('a session under the plain name is not read; the one under the right name is', async () => {
  const { userId } = await firstWorkspace()
  const answer = await post(signIn, { email: 'erika@musterstadt.de', password })
  const own = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-dec-session='))!
  expect(own).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  for (const set of answer.headers.getSetCookie()) expect(set).toMatch(/^__Host-[^;]+; Path=\/;.*; Secure$/)
  const pair = own.split(';')[0]!
  const person = async (cookie: string) => (await actorOfRequest(new Request(site, { headers: { cookie } }))).userId
  expect(await person(pair)).toBe(userId)
  expect(await person(pair.replace('__Host-', ''))).toBeNull()
  expect(await person(`dec-session=fremd; ${pair}`)).toBe(userId)
})
