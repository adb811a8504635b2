/** A workspace with people on a running site, made in its database the way the product makes them. */
import type { BrowserContext } from 'playwright-core'
import { acceptInvitationWithNewAccount, invite, issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import type { Role } from '@/lib/accounts/permissions'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { closeDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import type { Site } from './site'

const password = 'Brücke Kiesel Lampe'
const emailOf = (name: string) => `${name.toLowerCase()}@musterstadt.de`

export interface Members {
  readonly workspaceId: string
  /** Signs a person in, in a browser. */
  readonly enter: (context: BrowserContext, name: string) => Promise<void>
}

/** Gives a workspace of a Kommune with Erika, who coordinates it, and others by their roles. */
export async function makeMembers(site: Site, kommune: string, others: Readonly<Record<string, Role>>): Promise<Members> {
  const use = async <T>(work: () => Promise<T>): Promise<T> => {
    process.env.DATA_DIR = site.dataDir
    process.env.APP_URL = site.url
    resetSettings()
    try {
      return await work()
    } finally {
      await closeDatabase()
    }
  }
  const person = (name: string) => ({ name, email: emailOf(name), password })
  const workspaceId = await use(async () => {
    const code = await issueSetUpCode(new Date())
    if (!code) throw new Error('no code for the set-up')
    const made = await setUp(code, kommune, person('Erika'), new Date())
    const koordination = { key: null, userId: made.userId }
    for (const [name, role] of Object.entries(others)) {
      const invitation = await invite(koordination, made.workspaceId, { role, label: '' }, new Date())
      await acceptInvitationWithNewAccount(invitation.code, person(name), new Date())
    }
    return made.workspaceId
  })
  const enter = async (context: BrowserContext, name: string) => {
    const { cookie } = await use(() => signIn({ email: emailOf(name), password, address: null }, null))
    await context.addCookies([{ name: sessionCookieName, value: cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }])
  }
  return { workspaceId, enter }
}
