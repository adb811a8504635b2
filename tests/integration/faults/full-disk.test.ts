/** The file that signs the sessions is written at the first login: what happens when there is no room for it. */
import { readFileSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { useInstallation } from '../setup/installation'

let full = false
// As a full disk does it: the file is made, and nothing fits into it.
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  default: fs,
  writeFileSync: (file: string, text: string, options: object) => {
    if (!full) return fs.writeFileSync(file, text, options)
    fs.writeFileSync(file, '', options)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  },
}))
const { setUp, issueSetUpCode } = await import('@/lib/accounts/invitation-service')
const { POST: signIn } = await import('@/app/api/session/route')

const installation = useInstallation()
const keyFile = () => join(installation.dataDir, 'anmeldung.schluessel')
const person = { name: 'Erika', email: 'erika@musterstadt.de', password: 'Brücke Kiesel Lampe' }

async function logIn() {
  const headers = { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json', accept: 'application/json' }
  const body = JSON.stringify({ email: person.email, password: person.password })
  const answer = await signIn(new Request('http://127.0.0.1:3000/api/session', { method: 'POST', headers, body }), {
    params: Promise.resolve({} as never),
  })
  return { status: answer.status, code: ((await answer.json()) as { error?: { code: string } }).error?.code }
}

beforeEach(async () => {
  full = false
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const now = new Date()
  await setUp((await issueSetUpCode(now))!, 'Musterstadt', person, now)
  fs.rmSync(keyFile(), { force: true })
  const { closeDatabase } = await import('@/lib/db')
  await closeDatabase()
})

test('a login on a full disk is told as such, and works as soon as there is room', async () => {
  full = true
  expect(await logIn()).toEqual({ status: 507, code: 'disk-full' })
  full = false
  expect((await logIn()).status).toBe(200)
  expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[\w-]{64}$/)
})

test('half a key, left by a killed server, is replaced by a whole one', async () => {
  writeFileSync(keyFile(), 'halb')
  expect((await logIn()).status).toBe(200)
  expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[\w-]{64}$/)
})
