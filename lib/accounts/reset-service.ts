/** A new password by a one-time code: the operator makes it out, the person redeems it. All failures are AppErrors. */
import { withDatabase } from '../assessments/with-database'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { hashNewPassword } from './new-password'
import { badCode, expiry, freshCode, requireCode } from './one-time-code'
import { forgetAttempts } from './password-attempts'
import { endSessions, findUserId } from './repository'
import { createInvitation, revokeInvitations, useInvitation } from './repository-invitations'
import { findPerson, storePasswordHash } from './repository-people'

/** Gives a code in its printed form, valid for seven days; null if nobody has that e-mail address. */
export async function issueResetCode(email: string, now: Date): Promise<string | null> {
  const { printed, code } = freshCode()
  const about = await withDatabase((database) =>
    database.transaction(async (client) => {
      const userId = await findUserId(client, email)
      if (userId !== null) await createInvitation(client, { kind: 'reset', code, userId, expiresAt: expiry('reset', now) }, now)
      return userId
    }),
  )
  if (about === null) return null
  logSecurity('reset-issued', { about })
  return printed
}

/**
 * Sets a new password, once per code; all sessions of the person end, and what strangers have tried at the account is forgotten.
 * @returns the e-mail address of the person, for the browser to know
 * @throws AppError `bad-invitation`, `throttled` or `weak-password`; the code is then as good as before
 */
export async function resetPassword(typed: string, password: string, now: Date): Promise<string> {
  return await withDatabase(async (database) => {
    const { userId } = await requireCode(database.client, 'reset', typed, now)
    const person = userId === null ? null : await findPerson(database.client, userId)
    if (!person) throw badCode({ reason: 'unknown' })
    const hash = await hashNewPassword(database, { ...person, password })
    await database.transaction(async (client) => {
      const { id } = await requireCode(client, 'reset', typed, now)
      if (!(await useInvitation(client, id, now))) throw new AppError('bad-invitation')
      await storePasswordHash(client, person.id, hash, now)
      await endSessions(client, { userId: person.id })
      // Other codes that were made out meanwhile have served their purpose.
      await revokeInvitations(client, { kind: 'reset', userId: person.id }, now)
    })
    forgetAttempts({ email: person.email, userId: person.id })
    logSecurity('reset-redeemed', { person: person.id })
    return person.email
  })
}
