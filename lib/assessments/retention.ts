/** How long things are kept. */

const day = 24 * 60 * 60 * 1000
export const retentionMonths = 36
/** Browsers keep a cookie no longer than this. */
export const keyDays = 400
const rejectedInputHours = 24

/** Gives the date on which an assessment is deleted if nobody opens it: 36 months after its last use. */
export function deletionDate(lastSeenAt: Date): Date {
  const date = new Date(lastSeenAt)
  date.setUTCMonth(date.getUTCMonth() + retentionMonths)
  // 29 February plus three years: the last day of the month, not the first of the next.
  if (date.getUTCDate() !== lastSeenAt.getUTCDate()) date.setUTCDate(0)
  return date
}

/** Gives the latest last use of what is deleted at `now`. */
export function retentionLimit(now: Date): Date {
  const date = new Date(now)
  date.setUTCMonth(date.getUTCMonth() - retentionMonths)
  return date
}

export const keyExpiry = (now: Date): Date => new Date(now.getTime() + keyDays * day)
export const rejectedInputExpiry = (now: Date): Date => new Date(now.getTime() + rejectedInputHours * 60 * 60 * 1000)
/** A key that opens nothing is kept for a day: its browser may be filling in its first form. */
export const unusedKeyLimit = (now: Date): Date => new Date(now.getTime() - day)

/** Notes a use, at most once a day: gives what to store, or null if that was done today. */
export function rememberUse(now: Date, lastSeenAt: Date): { lastSeenAt: Date; keyExpiresAt: Date } | null {
  return now.getTime() - lastSeenAt.getTime() < day ? null : { lastSeenAt: now, keyExpiresAt: keyExpiry(now) }
}
