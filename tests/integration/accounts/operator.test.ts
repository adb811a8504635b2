import { readFileSync, statSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { acceptInvitationWithNewAccount, issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import { listMembers, listWorkspaces } from '@/lib/accounts/member-service'
import { resetPassword } from '@/lib/accounts/reset-service'
import { readSession, signIn } from '@/lib/accounts/session-service'
import { saveAnswers } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { claimAssessment } from '@/lib/rounds/service'
import { byKey } from '@/lib/accounts/actor'
import { begin, now, useInstallation } from '../setup/installation'
import { runAdmin } from './admin'
import { firstWorkspace, join, password, person } from './people'

const installation = useInstallation()

const admin = (...given: string[]) => runAdmin(installation.dataDir, ...given)

const codeIn = (text: string) => /#([0-9A-Z-]+)/.exec(text)![1]!

/** A workspace with one round that says something nobody else may read. */
async function workspaceWithRound() {
  const { workspaceId, koordination } = await firstWorkspace()
  const { key, id } = await begin()
  await saveAnswers(
    byKey(key),
    id,
    {
      formId: 'form',
      answers: { 'vermittlung-struktur': { choice: '2', comment: 'Streng vertraulich', clarifyWith: '', version: 0 } },
    },
    now,
  )
  await claimAssessment({ ...koordination, key }, id, workspaceId, { name: '2026', periodFrom: null, periodTo: null }, now)
  return { workspaceId, koordination, id }
}

describe('npm run admin', () => {
  test('says how it is used when it is not', () => {
    for (const given of [[], ['lösche'], ['list', 'alles'], ['__proto__'], ['delete', 'x']]) {
      const { status, err } = admin(...given)
      expect([given, status]).toEqual([given, 2])
      expect(err).toContain('Aufruf: npm run --silent admin')
    }
  }, 60_000)

  test('lists workspaces with counts and without a word of what is in them', async () => {
    const { workspaceId } = await workspaceWithRound()
    const { status, out } = admin('list')
    expect(status).toBe(0)
    expect(out).toContain(workspaceId)
    expect(out).toContain('1 Koordination, 0 Mitarbeit, 0 Lesen')
    expect(out).toContain('Durchgänge: 1')
    for (const secret of ['vertraulich', 'erika', 'Erika', '2026-01', password]) expect(out).not.toContain(secret)
  }, 60_000)

  test('makes a further workspace possible', async () => {
    await firstWorkspace()
    const { out, err } = admin('create')
    // Standard output is for what the command gives.
    expect(err).toMatch(/^sicherheit \S+ set-up-issued$/)
    expect(out).not.toContain('sicherheit')
    const { userId } = await setUp(codeIn(out), 'Zweitstadt', person('Otto'), new Date())
    expect((await listWorkspaces({ key: null, userId })).map(({ name }) => name)).toEqual(['Zweitstadt'])
  }, 60_000)

  test('makes one link for each town, beside the one of the start', async () => {
    const start = (await issueSetUpCode(new Date()))!
    const codes = [start, codeIn(admin('create').out), codeIn(admin('create').out)]
    for (const [index, code] of codes.entries()) await setUp(code, `Stadt ${index}`, person(`Person${index}`), new Date())
    expect(admin('list').out.split('\n')).toHaveLength(3)
  }, 60_000)

  test('names settings that cannot be used', () => {
    const { status, err } = admin('list')
    expect([status, err]).toEqual([0, ''])
    process.env.SESSION_HOURS = '0'
    const wrong = admin('list')
    delete process.env.SESSION_HOURS
    expect(wrong.status).toBe(1)
    expect(wrong.err).toMatch(
      /^Die Einstellung SESSION_HOURS=0 ist nicht verwendbar\. Erwartet wird eine ganze Zahl von 1 bis 168\.[^\n]*$/,
    )
  }, 60_000)

  test('resets a password: the old one and all sessions end', async () => {
    await firstWorkspace()
    const credentials = { email: 'erika@musterstadt.de', password, address: null }
    const { cookie } = await signIn(credentials, null)
    const { out: other } = admin('reset', 'erika@musterstadt.de')
    const { out } = admin('reset', 'Erika@Musterstadt.de')
    await resetPassword(codeIn(out), 'Regen Teppich Ziegel', new Date())
    await expect(readSession(cookie, new Date())).rejects.toEqual(expect.objectContaining({ code: 'login-required' }))
    await expect(signIn(credentials, null)).rejects.toEqual(expect.objectContaining({ code: 'bad-login' }))
    await signIn({ ...credentials, password: 'Regen Teppich Ziegel' }, null)
    for (const code of [codeIn(out), codeIn(other)]) {
      await expect(resetPassword(code, 'Regen Teppich Ziegel', new Date())).rejects.toEqual(
        expect.objectContaining({ code: 'bad-invitation' }),
      )
    }
    expect(admin('reset', 'niemand@musterstadt.de')).toMatchObject({
      status: 1,
      err: 'Zu niemand@musterstadt.de gibt es kein Konto.',
    })
  }, 60_000)

  test('gives a workspace a new coordinator', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { out } = admin('reset', workspaceId)
    await acceptInvitationWithNewAccount(codeIn(out), person('Otto'), new Date())
    expect((await listMembers(koordination, workspaceId)).map(({ role }) => role)).toEqual(['koordination', 'koordination'])
    expect(admin('reset', 'gibt-es-nicht').status).toBe(1)
  }, 60_000)

  test('exports everything into a file for its owner only, and never over another', async () => {
    const { workspaceId } = await workspaceWithRound()
    const file = joinPath(installation.dataDir, 'export.json')
    const { status, out } = admin('export', workspaceId, file)
    expect(status).toBe(0)
    expect(out).not.toContain('vertraulich')
    expect(readFileSync(file, 'utf8')).toContain('Streng vertraulich')
    expect(readFileSync(file, 'utf8')).not.toMatch(/codeHash|password|token/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(admin('export', workspaceId, file).status).toBe(1)
  }, 60_000)

  test('deletes a workspace with everything in it, after its name was given', async () => {
    const { workspaceId, koordination } = await workspaceWithRound()
    await join(workspaceId, koordination, 'Ida', 'lesen')
    expect(admin('delete', workspaceId, 'Musterdorf').status).toBe(1)
    expect(admin('delete', workspaceId, 'Musterstadt')).toMatchObject({ status: 0 })
    const { client } = await openDatabase()
    expect([
      await client.workspace.count(),
      await client.assessment.count(),
      await client.place.count(),
      await client.user.count(),
      await client.session.count(),
    ]).toEqual([0, 0, 0, 0, 0])
  }, 60_000)
})
