/** A person who deletes the account is gone from the files, too: name, e-mail address, and for whom the invitation was made out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { deleteAccount } from '@/lib/accounts/account-service'
import { acceptInvitationWithNewAccount, invite, revokeInvitation, listInvitations } from '@/lib/accounts/invitation-service'
import { deleteExpired } from '@/lib/assessments/removal-service'
import { openDatabase } from '@/lib/db'
import { days, later, now, useInstallation } from '../setup/installation'
import { firstWorkspace, password } from './people'

const installation = useInstallation()
const label = 'Frau Xanthippe Yildirim-Zwölfer, Jugendamt'
const person = { name: 'Xanthippe Yildirim-Zwölfer', email: 'xanthippe@musterstadt.de', password }
const mitarbeit = { role: 'mitarbeit', label } as const

/** Everything that lies in the folder of the installation, as one text. */
const allFiles = () =>
  readdirSync(installation.dataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n')
const traces = () => ['xanthippe@musterstadt.de', 'Xanthippe'].filter((text) => allFiles().includes(text))

test('an account that is deleted leaves neither a row nor a byte with the name', async () => {
  const { workspaceId, koordination } = await firstWorkspace()
  const { code } = await invite(koordination, workspaceId, mitarbeit, now)
  const { userId } = await acceptInvitationWithNewAccount(code, person, now)
  expect(traces()).not.toEqual([])
  await deleteAccount({ key: null, userId }, password, now)
  expect(traces()).toEqual([])
})

test('for whom an invitation was made out goes with it, whether it was revoked or has expired', async () => {
  const { workspaceId, koordination } = await firstWorkspace()
  await invite(koordination, workspaceId, mitarbeit, now)
  const [open] = await listInvitations(koordination, workspaceId, now)
  await revokeInvitation(koordination, workspaceId, open!.id, now)
  await invite(koordination, workspaceId, mitarbeit, now)
  await deleteExpired(later(days(29)))
  const { client } = await openDatabase()
  expect(await client.invitation.count({ where: { label } })).toBe(1)
  await deleteExpired(later(days(31)))
  expect(await client.invitation.count({ where: { kind: 'invitation' } })).toBe(0)
  expect(traces()).toEqual([])
})
