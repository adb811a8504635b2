import { readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  acceptInvitation,
  acceptInvitationWithNewAccount,
  invite,
  issueSetUpCode,
  listInvitations,
  readInvitation,
  readIssuedInvitation,
  revokeInvitation,
  setUp,
} from '@/lib/accounts/invitation-service'
import { listMembers, listWorkspaces } from '@/lib/accounts/member-service'
import { inviteCoordinator } from '@/lib/accounts/operator-service'
import { byKey } from '@/lib/accounts/actor'
import { openDatabase } from '@/lib/db'
import { newPrintedCode } from '@/lib/printed-code'
import { databaseFile } from '../setup/data-dir'
import { days, later, now, useInstallation } from '../setup/installation'
import { firstWorkspace, join, person, signedIn } from './people'

const installation = useInstallation()
const refused = (code: string) => expect.objectContaining({ code })
const lesen = { role: 'lesen', label: 'Frau Beispiel, Bauamt' } as const

describe('the first set-up', () => {
  test('makes a workspace, its coordinator and nothing else; then there is no code any more', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    expect(await listWorkspaces(koordination)).toEqual([{ id: workspaceId, name: 'Musterstadt', role: 'koordination' }])
    expect(await issueSetUpCode(now)).toBeNull()
  })

  test('a code works once, for seven days, and a newer one ends it', async () => {
    const older = (await issueSetUpCode(now))!
    const newer = (await issueSetUpCode(now))!
    await expect(setUp(older, 'Musterstadt', person('Erika'), now)).rejects.toEqual(refused('bad-invitation'))
    await expect(setUp(newer, 'Musterstadt', person('Erika'), later(days(7)))).rejects.toEqual(refused('bad-invitation'))
    await setUp(newer, 'Musterstadt', person('Erika'), later(days(7) - 1))
    await expect(setUp(newer, 'Zweitstadt', person('Otto'), now)).rejects.toEqual(refused('bad-invitation'))
  })

  test('codes for further workspaces all work, once each, whatever comes after them', async () => {
    const start = (await issueSetUpCode(now))!
    const [first, second, third] = [
      (await issueSetUpCode(now, { further: true }))!,
      (await issueSetUpCode(now, { further: true }))!,
      (await issueSetUpCode(now, { further: true }))!,
    ]
    const restart = (await issueSetUpCode(now))!
    await expect(setUp(start, 'Altstadt', person('Alma'), now)).rejects.toEqual(refused('bad-invitation'))
    await setUp(second, 'Zweitstadt', person('Otto'), now)
    await setUp(first, 'Erststadt', person('Erika'), later(days(7) - 1))
    await setUp(restart, 'Drittstadt', person('Ida'), now)
    await expect(setUp(second, 'Viertstadt', person('Emil'), now)).rejects.toEqual(refused('bad-invitation'))
    await expect(setUp(third, 'Viertstadt', person('Emil'), later(days(7)))).rejects.toEqual(refused('bad-invitation'))
  })

  test('two at once with one code make one workspace', async () => {
    const code = (await issueSetUpCode(now))!
    const results = await Promise.allSettled(['Erika', 'Otto'].map((name) => setUp(code, name, person(name), now)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { client } = await openDatabase()
    expect([await client.workspace.count(), await client.user.count()]).toEqual([1, 1])
  })

  test('a weak password stores nothing and leaves the code as it was', async () => {
    const code = (await issueSetUpCode(now))!
    await expect(setUp(code, 'Musterstadt', { ...person('Erika'), password: 'passwort1234' }, now)).rejects.toEqual(
      refused('weak-password'),
    )
    expect(await (await openDatabase()).client.user.count()).toBe(0)
    await setUp(code, 'Musterstadt', person('Erika'), now)
  })

  test('neither code nor password is in the files of the database', async () => {
    const code = (await issueSetUpCode(now))!
    await setUp(code, 'Musterstadt', person('Erika'), now)
    const bytes = ['', '-wal'].map((end) => readFileSync(joinPath(installation.dataDir, databaseFile + end), 'latin1')).join('')
    for (const secret of [code, code.replaceAll('-', ''), Buffer.from(person('x').password).toString('latin1')]) {
      expect(bytes.includes(secret)).toBe(false)
    }
  })
})

describe('an invitation', () => {
  test('makes a member with the role it was made out for, once', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { code } = await invite(koordination, workspaceId, lesen, now)
    expect(await readInvitation(code, byKey(null), now)).toEqual({
      workspaceId,
      workspaceName: 'Musterstadt',
      role: 'lesen',
      known: null,
      useful: true,
    })
    await acceptInvitationWithNewAccount(code, person('Otto'), now)
    expect((await listMembers(koordination, workspaceId)).map(({ name, role }) => [name, role])).toEqual([
      ['Erika', 'koordination'],
      ['Otto', 'lesen'],
    ])
    for (const attempt of [
      () => readInvitation(code, byKey(null), now),
      () => acceptInvitation(code, koordination, now),
      () => acceptInvitationWithNewAccount(code, person('Ida'), now),
    ])
      await expect(attempt()).rejects.toEqual(refused('bad-invitation'))
  })

  test('is open for thirty days and listed until then', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { id, code, expiresAt } = await invite(koordination, workspaceId, lesen, now)
    expect(expiresAt).toEqual(later(days(30)))
    expect(await listInvitations(koordination, workspaceId, later(days(30) - 1))).toEqual([
      { id, ...lesen, createdAt: now, expiresAt, by: 'Erika' },
    ])
    expect(await listInvitations(koordination, workspaceId, later(days(30)))).toEqual([])
    await expect(readInvitation(code, byKey(null), later(days(30)))).rejects.toEqual(refused('bad-invitation'))
  })

  test('expired, used, revoked and never made out get the same answer', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const codes = await Promise.all([1, 2, 3].map(() => invite(koordination, workspaceId, lesen, now)))
    const [expired, used, revoked] = codes.map(({ code }) => code)
    await acceptInvitationWithNewAccount(used!, person('Otto'), now)
    await revokeInvitation(koordination, workspaceId, codes[2]!.id, now)
    const answers = await Promise.all(
      [
        readInvitation(expired!, byKey(null), later(days(31))),
        readInvitation(used!, byKey(null), now),
        readInvitation(revoked!, byKey(null), now),
        readInvitation(newPrintedCode('invitation'), byKey(null), now),
      ].map((attempt) => attempt.catch((error: unknown) => JSON.stringify(error))),
    )
    expect(new Set(answers).size).toBe(1)
  })

  test('never lowers a role; to whom it gives nothing it stays open for whom it was meant', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { code } = await invite(koordination, workspaceId, lesen, now)
    await expect(acceptInvitation(code, byKey('x'.repeat(43)), now)).rejects.toEqual(refused('login-required'))
    expect(await readInvitation(code, koordination, now)).toMatchObject({ known: 'koordination', useful: false })
    expect(await acceptInvitation(code, koordination, now)).toMatchObject({ workspaceId })
    expect((await listWorkspaces(koordination))[0]?.role).toBe('koordination')
    expect(await listInvitations(koordination, workspaceId, now)).toHaveLength(1)
    const { userId } = await acceptInvitationWithNewAccount(code, person('Otto'), now)
    expect((await listWorkspaces(signedIn(userId)))[0]?.role).toBe('lesen')
  })

  test('is shown to who made it out, for ten minutes and only while it is open', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const shown = (at = now) => readIssuedInvitation(koordination, workspaceId, at)
    expect(await shown()).toBeNull()
    // One of somebody else that is newer changes nothing.
    const ida = await join(workspaceId, koordination, 'Ida', 'koordination')
    const used = await invite(koordination, workspaceId, lesen, now)
    await invite(ida, workspaceId, lesen, later(1000))
    expect(await shown()).toEqual({ code: used.code, expiresAt: used.expiresAt })
    expect(await shown(later(10 * 60_000))).toBeNull()
    await acceptInvitationWithNewAccount(used.code, person('Otto'), now)
    expect(await shown()).toBeNull()
    const revoked = await invite(koordination, workspaceId, lesen, now)
    await revokeInvitation(koordination, workspaceId, revoked.id, now)
    expect(await shown()).toBeNull()
  })

  test('raises the role of a member, so that a workspace without coordination can be handed over', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const member = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    const raising = await inviteCoordinator(workspaceId, '', now)
    expect(await readInvitation(raising, member, now)).toMatchObject({ known: 'mitarbeit', role: 'koordination', useful: true })
    await acceptInvitation(raising, member, now)
    expect((await listWorkspaces(member))[0]?.role).toBe('koordination')
    const { code } = await invite(koordination, workspaceId, { role: 'mitarbeit', label: '' }, now)
    await acceptInvitation(code, member, now)
    expect((await listWorkspaces(member))[0]?.role).toBe('koordination')
  })

  test('a second account for one address is refused and the code stays open', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { code } = await invite(koordination, workspaceId, lesen, now)
    await expect(acceptInvitationWithNewAccount(code, person('Erika'), now)).rejects.toEqual(refused('email-taken'))
    expect(await listInvitations(koordination, workspaceId, now)).toHaveLength(1)
    await acceptInvitationWithNewAccount(code, person('Otto'), now)
  })

  test('only the coordination makes them out, sees and revokes them; a foreign workspace is not there', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const { id } = await invite(koordination, workspaceId, lesen, now)
    for (const role of ['mitarbeit', 'lesen'] as const) {
      const member = await join(workspaceId, koordination, role, role)
      await expect(invite(member, workspaceId, lesen, now)).rejects.toEqual(refused('forbidden'))
      await expect(listInvitations(member, workspaceId, now)).rejects.toEqual(refused('forbidden'))
      await expect(revokeInvitation(member, workspaceId, id, now)).rejects.toEqual(refused('forbidden'))
    }
    for (const actor of [signedIn('nobody'), byKey(null)]) {
      await expect(invite(actor, workspaceId, lesen, now)).rejects.toEqual(refused('not-found'))
    }
    await expect(invite(koordination, 'absent', lesen, now)).rejects.toEqual(refused('not-found'))
    await expect(revokeInvitation(koordination, workspaceId, 'absent', now)).rejects.toEqual(refused('not-found'))
  })
})
