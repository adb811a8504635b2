import type { Database } from '../db'
import { AppError } from '../errors'
import { authOf } from './adapter'
import { checkPassword } from './password'
import { takeHashingTurn } from './password-attempts'

/**
 * Checks and hashes a new password. Before a transaction begins: hashing takes long, transactions stay short (docs/adr/0004).
 * @throws AppError `weak-password`, `throttled` if too many are waiting for theirs
 */
export async function hashNewPassword(
  database: Database,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<string> {
  const weak = checkPassword(person.password, person)
  if (weak) throw new AppError('weak-password', { fields: [weak] })
  const { password } = await authOf(database).$context
  // Whoever sets a password has a code or a session.
  return await takeHashingTurn(() => password.hash(person.password), { ahead: true })
}
