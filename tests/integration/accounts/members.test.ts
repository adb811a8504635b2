import { describe, expect, test } from '@jest/globals'
import { deleteAccount } from '@/lib/accounts/account-service'
import type { Actor } from '@/lib/accounts/actor'
import { acceptInvitation, invite, listInvitations } from '@/lib/accounts/invitation-service'
import { changeRole, leaveWorkspace, listMembers, listWorkspaces, removeMember } from '@/lib/accounts/member-service'
import { createWorkspace, storeMembership } from '@/lib/accounts/repository'
import { openDatabase } from '@/lib/db'
import { now, useInstallation } from '../setup/installation'
import { firstWorkspace, join, password, signedIn } from './people'

useInstallation()
const refused = (code: string) => expect.objectContaining({ code })

describe('the invitations that a coordinator has made out', () => {
  type Way = (first: Actor, workspaceId: string, ida: Actor & { userId: string }) => Promise<unknown>
  const ways: [string, Way][] = [
    ['is removed', (first, workspaceId, ida) => removeMember(first, workspaceId, ida.userId, now)],
    ['gets another role', (first, workspaceId, ida) => changeRole(first, workspaceId, ida.userId, 'mitarbeit', now)],
    ['leaves', (_, workspaceId, ida) => leaveWorkspace(ida, workspaceId, now)],
    ['deletes the account', (_first, _workspaceId, ida) => deleteAccount(ida, password, now)],
  ]

  test.each(ways)('are void once he or she %s; those of others stay open', async (_, end) => {
    const { workspaceId, koordination } = await firstWorkspace()
    const ida = await join(workspaceId, koordination, 'Ida', 'koordination')
    const paul = await join(workspaceId, koordination, 'Paul', 'lesen')
    const given = { role: 'koordination', label: '' } as const
    const { code } = await invite(ida, workspaceId, given, now)
    const other = await invite(koordination, workspaceId, given, now)
    await end(koordination, workspaceId, ida)
    expect((await listInvitations(koordination, workspaceId, now)).map(({ id, by }) => [id, by])).toEqual([[other.id, 'Erika']])
    // Neither for the one who made it out nor for anybody else.
    for (const actor of [ida, paul]) {
      await expect(acceptInvitation(code, actor, now)).rejects.toEqual(refused('bad-invitation'))
    }
    expect((await listWorkspaces(ida))[0]?.role).not.toBe('koordination')
    await acceptInvitation(other.code, paul, now)
  })

  test('stay open while the person coordinates, also in a workspace that is not left', async () => {
    const { workspaceId, koordination, userId } = await firstWorkspace()
    const ida = await join(workspaceId, koordination, 'Ida', 'koordination')
    const { client } = await openDatabase()
    const elsewhere = await createWorkspace(client, 'Anderstadt', now)
    for (const member of [userId, ida.userId]) {
      await storeMembership(client, { workspaceId: elsewhere, userId: member }, 'koordination', now)
    }
    for (const id of [workspaceId, elsewhere]) await invite(ida, id, { role: 'lesen', label: '' }, now)
    await changeRole(koordination, workspaceId, ida.userId, 'koordination', now)
    expect(await listInvitations(koordination, workspaceId, now)).toHaveLength(1)
    await removeMember(koordination, workspaceId, ida.userId, now)
    expect(await listInvitations(koordination, workspaceId, now)).toEqual([])
    expect(await listInvitations(ida, elsewhere, now)).toHaveLength(1)
  })
})

describe('members', () => {
  test('a removed member has no access from then on, whatever session is open', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    expect(await listMembers(otto, workspaceId)).toHaveLength(2)
    await removeMember(koordination, workspaceId, otto.userId, now)
    await expect(listMembers(otto, workspaceId)).rejects.toEqual(refused('not-found'))
    expect(await listWorkspaces(otto)).toEqual([])
  })

  test('the last coordinator can neither be removed nor leave nor become something else', async () => {
    const { workspaceId, koordination, userId } = await firstWorkspace()
    await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    for (const attempt of [
      () => removeMember(koordination, workspaceId, userId, now),
      () => leaveWorkspace(koordination, workspaceId, now),
      () => changeRole(koordination, workspaceId, userId, 'lesen', now),
    ])
      await expect(attempt()).rejects.toEqual(refused('last-coordinator'))
    await changeRole(koordination, workspaceId, userId, 'koordination', now)
  })

  test('of two coordinators who leave at once, one stays', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const ida = await join(workspaceId, koordination, 'Ida', 'koordination')
    const left = await Promise.allSettled([koordination, ida].map((actor) => leaveWorkspace(actor, workspaceId, now)))
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('roles are changed by the coordination only, for members only', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    await expect(changeRole(otto, workspaceId, otto.userId, 'koordination', now)).rejects.toEqual(refused('forbidden'))
    await expect(removeMember(otto, workspaceId, otto.userId, now)).rejects.toEqual(refused('forbidden'))
    for (const role of ['koordination', 'lesen'] as const) {
      await expect(changeRole(koordination, workspaceId, 'stranger', role, now)).rejects.toEqual(refused('not-found'))
    }
    await changeRole(koordination, workspaceId, otto.userId, 'lesen', now)
    expect((await listWorkspaces(otto))[0]?.role).toBe('lesen')
    await leaveWorkspace(otto, workspaceId, now)
    await expect(listMembers(otto, workspaceId)).rejects.toEqual(refused('not-found'))
  })

  test('a stranger finds the same nothing in a foreign and in an absent workspace', async () => {
    const { workspaceId } = await firstWorkspace()
    const answers = await Promise.all(
      [workspaceId, 'absent'].map((id) => listMembers(signedIn('stranger'), id).catch((error: unknown) => JSON.stringify(error))),
    )
    expect(answers[0]).toBe(answers[1])
  })
})
