/** What is remembered of the clock, and times that a wrong one has written. */
import { expiry } from '../accounts/one-time-code'
import type { ClockState } from '../clock-trust'
import type { DatabaseClient } from '../db'
import { keyExpiry, rejectedInputExpiry } from './retention'

const id = 'server'
const day = 24 * 60 * 60 * 1_000
/** Small corrections of a clock are no reason to change anything. */
const later = (date: Date, ms: number = day) => new Date(date.getTime() + ms)

/** Gives what was remembered; null before the first start. */
export async function findClock(client: DatabaseClient): Promise<ClockState | null> {
  const row = await client.clock.findUnique({ where: { id } })
  return row && { seenAt: row.seenAt, goodAt: row.goodAt, suspectedAt: row.suspectedAt, behindFrom: row.behindFrom }
}

/** Remembers what the clock says. */
export async function storeClock(client: DatabaseClient, state: ClockState): Promise<void> {
  await client.clock.upsert({ where: { id }, create: { id, ...state }, update: state })
}

/** What a slow clock wrote would be over long ago by the right one: it counts as used now. */
export async function mendEarlyTimes(client: DatabaseClient, { from, to }: { from: Date; to: Date }, now: Date): Promise<void> {
  await client.assessment.updateMany({
    where: { workspaceId: null, lastSeenAt: { gte: from, lte: to } },
    data: { lastSeenAt: now },
  })
  await client.accessKey.updateMany({
    where: { kind: 'browser', expiresAt: { gte: keyExpiry(from), lte: keyExpiry(to) } },
    data: { expiresAt: keyExpiry(now) },
  })
  await client.rejectedInput.updateMany({
    where: { expiresAt: { gte: rejectedInputExpiry(from), lte: rejectedInputExpiry(to) } },
    data: { expiresAt: rejectedInputExpiry(now) },
  })
}

/** What a fast clock wrote would be kept for years by the right one: it counts as used now. */
export async function mendLateTimes(client: DatabaseClient, now: Date): Promise<void> {
  await client.assessment.updateMany({ where: { workspaceId: null, lastSeenAt: { gt: later(now) } }, data: { lastSeenAt: now } })
  const keyEnd = keyExpiry(now)
  await client.accessKey.updateMany({ where: { kind: 'browser', expiresAt: { gt: later(keyEnd) } }, data: { expiresAt: keyEnd } })
  const end = rejectedInputExpiry(now)
  await client.rejectedInput.updateMany({ where: { expiresAt: { gt: later(end) } }, data: { expiresAt: end } })
  // No code is good for longer than an invitation.
  const longest = expiry('invitation', now)
  await client.invitation.updateMany({ where: { expiresAt: { gt: later(longest) } }, data: { expiresAt: longest } })
}
