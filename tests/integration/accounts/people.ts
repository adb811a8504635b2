/** People and workspaces for tests, made the way the product makes them. */
import { acceptInvitationWithNewAccount, invite, issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import type { Actor } from '@/lib/accounts/actor'
import type { Role } from '@/lib/accounts/permissions'
import { now } from '../setup/installation'

export const password = 'Brücke Kiesel Lampe'
export const person = (name: string) => ({ name, email: `${name.toLowerCase()}@musterstadt.de`, password })
export const signedIn = (userId: string): Actor => ({ key: null, userId })

/** The first workspace with its coordinator. */
export async function firstWorkspace(): Promise<{ workspaceId: string; koordination: Actor; userId: string }> {
  const code = await issueSetUpCode(now)
  if (!code) throw new Error('no code for the set-up')
  const { workspaceId, userId } = await setUp(code, 'Musterstadt', person('Erika'), now)
  return { workspaceId, userId, koordination: signedIn(userId) }
}

/** A new person who has accepted an invitation. */
export async function join(
  workspaceId: string,
  koordination: Actor,
  name: string,
  role: Role,
): Promise<Actor & { userId: string }> {
  const { code } = await invite(koordination, workspaceId, { role, label: '' }, now)
  const { userId } = await acceptInvitationWithNewAccount(code, person(name), now)
  return { key: null, userId }
}
