import { settings } from '../env'
import { AppError } from '../errors'

/** Lets a check begin without an account, unless the operator has decided otherwise. @throws AppError `start-with-account` */
export function requireAnonymousStart(): void {
  if (!settings().anonymousStart) throw new AppError('start-with-account')
}
