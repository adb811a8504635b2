import type { Database } from '../db'
import { AppError } from '../errors'
import { authOf } from './adapter'
import { checkPassword } from './password'

/**
 * Checks and hashes a new password. Before a transaction begins: hashing takes long, transactions stay short (docs/adr/0004).
 * @throws AppError `weak-password`
 */
export async function hashNewPassword(
  database: Database,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<string> {
  const weak = checkPassword(person.password, person)
  if (weak) throw new AppError('weak-password', { fields: [weak] })
  const { password } = await authOf(database).$context
  return await password.hash(person.password)
}
