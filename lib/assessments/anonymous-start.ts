import { settings } from '../env'
import { AppError } from '../errors'
import { requireDiskReserve } from './disk-reserve'

/**
 * Lets a check begin without an account, unless the operator has decided otherwise or the disk is nearly full.
 * @throws AppError `start-with-account` or `disk-full`
 */
export function requireAnonymousStart(): void {
  if (!settings().anonymousStart) throw new AppError('start-with-account')
  requireDiskReserve()
}
