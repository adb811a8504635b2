/** better-auth on the project's own database: passwords and sessions. Only this file and the repository know the database. */
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import type { Database } from '../db'
import { settings } from '../env'
import { passwordLength } from './password'
import { sessionCookieName } from './session-cookie'
import { signingKey } from './signing-key'

const hour = 60 * 60

function make({ client }: Database) {
  const { dataDir, origins, sessionHours } = settings()
  return betterAuth({
    secret: signingKey(dataDir),
    baseURL: origins[0],
    trustedOrigins: [...origins],
    database: prismaAdapter(client, { provider: 'sqlite' }),
    telemetry: { enabled: false },
    // It would write addresses of people into the log.
    logger: { disabled: true },
    // Attempts are counted by us, before this library is asked (login-throttle.ts).
    rateLimit: { enabled: false },
    // Accounts are made by set-up and invitation only.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: sessionHours * hour, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      // Its cookies never reach a browser: what one stores is written by us (session-cookie.ts).
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookieName } },
      // Where somebody sits is nobody's business.
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
  })
}

export type Auth = ReturnType<typeof make>
const made = new WeakMap<Database, Auth>()

/** Gives the library for an open database; made once for each. Its own routes are never served. */
export function authOf(database: Database): Auth {
  const known = made.get(database)
  if (known) return known
  const auth = make(database)
  made.set(database, auth)
  return auth
}
