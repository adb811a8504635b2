import { describe, expect, test } from '@jest/globals'
import { actions, may, permissions, type Role } from '@/lib/accounts/permissions'

describe('permissions', () => {
  test.each<[Role, readonly string[]]>([
    ['koordination', actions],
    [
      'mitarbeit',
      ['workspace.read', 'workspace.leave', 'member.read', 'round.read', 'measure.read', 'round.answer', 'measure.edit'],
    ],
    ['lesen', ['workspace.read', 'workspace.leave', 'member.read', 'round.read', 'measure.read']],
  ])('%s may do exactly this', (role, allowed) => {
    expect(actions.filter((action) => may(role, action)).toSorted()).toEqual([...allowed].toSorted())
  })

  test('whoever may write may read', () => {
    for (const role of Object.keys(permissions) as Role[]) {
      for (const action of permissions[role])
        expect(may(role, `${action.split('.')[0]}.read` as never) || action.startsWith('target')).toBe(true)
    }
  })
})
