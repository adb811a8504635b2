/** Codes that work once, as they are typed: making them, looking them up, slowing down who guesses. */
import { GuessThrottle } from '../assessments/guess-throttle'
import type { DatabaseClient } from '../db'
import { monotonicTime } from '../clock'
import { AppError } from '../errors'
import { newPrintedCode, readPrintedCode } from '../printed-code'
import { findByCode, type InvitationKind } from './repository-invitations'

const day = 24 * 60 * 60 * 1000
/** A set-up link is printed on the server's console, an invitation may lie in a post tray. */
const validDays = { setup: 7, invitation: 30, reset: 7 } as const

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: GuessThrottle | undefined }
const guesses = (shared[Symbol.for('drei-ebenen-check.invitations')] ??= new GuessThrottle(30, 10 * 60 * 1000))

/** Gives when a code made now ends. */
export const expiry = (kind: keyof typeof validDays, now: Date) => new Date(now.getTime() + validDays[kind] * day)

/** Gives a new code in its printed form and as it is stored. */
export function freshCode() {
  const printed = newPrintedCode('invitation')
  const read = readPrintedCode('invitation', printed)
  if (!('code' in read)) throw new Error('a new code cannot be read back')
  return { printed, code: read.code }
}

/** Gives until when a printed code can be used, or null if it cannot any more. For codes of ours only: guesses are not counted. */
export async function findEndOfCode(
  client: DatabaseClient,
  kind: InvitationKind,
  printed: string,
  now: Date,
): Promise<Date | null> {
  const read = readPrintedCode('invitation', printed)
  const found = 'code' in read ? await findByCode(client, kind, read.code, now) : null
  return found?.expiresAt ?? null
}

/** The refusal of a code, with what is wrong with it. */
export const badCode = (values: Record<string, string | number>) =>
  new AppError('bad-invitation', { fields: [{ field: 'code', code: 'bad-invitation', values }] })

/**
 * Looks a typed code up.
 * @throws AppError `bad-invitation`, the same for expired, used, revoked and unknown codes; `throttled` after many guesses
 */
export async function requireCode(client: DatabaseClient, kind: InvitationKind, typed: string, now: Date) {
  const read = readPrintedCode('invitation', typed)
  if ('problem' in read) {
    const { problem, ...lengths } = read
    throw badCode({ reason: problem, ...lengths })
  }
  const found = await findByCode(client, kind, read.code, now)
  if (found) return found
  if (guesses.allows(monotonicTime())) throw badCode({ reason: 'unknown' })
  throw new AppError('throttled', { fields: [{ field: 'code', code: 'throttled', values: { reason: 'codes' } }] })
}
