import { settings } from '../env'
import { accountLimits } from './limits'

/**
 * True if a session is over: unused for too long, too old, or begun or used at a time that has not come yet. A clock that was
 * wrong once must not leave sessions behind that last for years.
 */
export function isOver({ createdAt, updatedAt }: { readonly createdAt: Date; readonly updatedAt: Date }, now: Date): boolean {
  const { sessionIdleMinutes, sessionHours } = settings()
  const age = now.getTime() - createdAt.getTime()
  const unused = now.getTime() - updatedAt.getTime()
  if (Math.min(age, unused) < -accountLimits.clockTolerance) return true
  return unused >= sessionIdleMinutes * 60_000 || age >= sessionHours * 3_600_000
}
