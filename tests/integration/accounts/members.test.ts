import { describe, expect, test } from '@jest/globals'
import { changeRole, leaveWorkspace, listMembers, listWorkspaces, removeMember } from '@/lib/accounts/member-service'
import { now, useInstallation } from '../setup/installation'
import { firstWorkspace, join, signedIn } from './people'

useInstallation()
const refused = (code: string) => expect.objectContaining({ code })

describe('members', () => {
  test('a removed member has no access from then on, whatever session is open', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    expect(await listMembers(otto, workspaceId)).toHaveLength(2)
    await removeMember(koordination, workspaceId, otto.userId)
    await expect(listMembers(otto, workspaceId)).rejects.toEqual(refused('not-found'))
    expect(await listWorkspaces(otto)).toEqual([])
  })

  test('the last coordinator can neither be removed nor leave nor become something else', async () => {
    const { workspaceId, koordination, userId } = await firstWorkspace()
    await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    for (const attempt of [
      () => removeMember(koordination, workspaceId, userId),
      () => leaveWorkspace(koordination, workspaceId),
      () => changeRole(koordination, workspaceId, userId, 'lesen', now),
    ])
      await expect(attempt()).rejects.toEqual(refused('last-coordinator'))
    await changeRole(koordination, workspaceId, userId, 'koordination', now)
  })

  test('of two coordinators who leave at once, one stays', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const ida = await join(workspaceId, koordination, 'Ida', 'koordination')
    const left = await Promise.allSettled([koordination, ida].map((actor) => leaveWorkspace(actor, workspaceId)))
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('roles are changed by the coordination only, for members only', async () => {
    const { workspaceId, koordination } = await firstWorkspace()
    const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    await expect(changeRole(otto, workspaceId, otto.userId, 'koordination', now)).rejects.toEqual(refused('forbidden'))
    await expect(removeMember(otto, workspaceId, otto.userId)).rejects.toEqual(refused('forbidden'))
    for (const role of ['koordination', 'lesen'] as const) {
      await expect(changeRole(koordination, workspaceId, 'stranger', role, now)).rejects.toEqual(refused('not-found'))
    }
    await changeRole(koordination, workspaceId, otto.userId, 'lesen', now)
    expect((await listWorkspaces(otto))[0]?.role).toBe('lesen')
    await leaveWorkspace(otto, workspaceId)
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
