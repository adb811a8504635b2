/** The Wiederaufnahme-Code: giving one out, ending it, and opening an assessment with it. */
import type { Actor } from '../accounts/actor'
import { denied } from '../accounts/guard'
import type { DatabaseClient } from '../db'
import { monotonicTime } from '../clock'
import { AppError } from '../errors'
import { GuessThrottle } from './guess-throttle'
import {
  browserKeyHash,
  createResumeKey,
  findByResumeCode,
  findOrCreateKey,
  grantAccess,
  revokeResumeKeys,
} from './repository-keys'
import { touch } from './repository'
import { requireAccess } from './repository-access'
import { newPrintedCode, readPrintedCode } from '../printed-code'
import { forgetToShow, findToShow, keepToShow } from '../shown-once'
import { keyExpiry } from './retention'
import { withDatabase } from './with-database'

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: GuessThrottle | undefined }
const throttle = (shared[Symbol.for('drei-ebenen-check.resume')] ??= new GuessThrottle(30, 10 * 60 * 1000))

const noteOf = ({ key }: Actor, id: string) => `resume:${browserKeyHash(key)}:${id}`

/** In a workspace members sign in: a code would be a way around their roles. @throws AppError `not-found` or `forbidden` */
async function requireKeyAccess(client: DatabaseClient, actor: Actor, id: string, now: Date): Promise<void> {
  const { workspaceId } = await requireAccess(client, actor, id, 'round.answer', now)
  if (workspaceId !== null) throw denied(actor, workspaceId, 'round.answer')
}

/** Gives a new code for an assessment and ends its older ones. Also readable by `readIssuedCode` for ten minutes. */
export async function issueResumeCode(actor: Actor, id: string, now: Date): Promise<string> {
  const code = newPrintedCode('resume')
  const read = readPrintedCode('resume', code)
  if (!('code' in read)) throw new Error('a new code cannot be read back')
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireKeyAccess(client, actor, id, now)
      await revokeResumeKeys(client, id, now)
      await createResumeKey(client, id, read.code, now)
    }),
  )
  keepToShow(noteOf(actor, id), code, now)
  return code
}

/** Gives the code that this browser issued for the assessment within the last ten minutes, or null. */
export function readIssuedCode(actor: Actor, id: string, now: Date): string | null {
  return findToShow(noteOf(actor, id), now)
}

/** Ends all codes of an assessment. */
export async function revokeResumeCodes(actor: Actor, id: string, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireKeyAccess(client, actor, id, now)
      await revokeResumeKeys(client, id, now)
    }),
  )
  forgetToShow(noteOf(actor, id))
}

const badCode = (values: Record<string, string | number>) =>
  new AppError('bad-code', { fields: [{ field: 'code', code: 'bad-code', values }] })

/**
 * Lets a browser open the assessment that a code belongs to.
 * @returns its id, and a key to be set as cookie if the browser had none that is valid
 * @throws AppError `bad-code` for a mistyped or unknown code, `throttled` after 30 wrong ones in ten minutes
 */
export async function redeemResumeCode(
  typed: string,
  key: string | null,
  now: Date,
): Promise<{ id: string; newKey: string | null }> {
  const read = readPrintedCode('resume', typed)
  // A mistyped code cannot be a guess: it never opens anything, so it does not count.
  if ('problem' in read) {
    const { problem, ...lengths } = read
    throw badCode({ reason: problem, ...lengths })
  }
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const id = await findByResumeCode(client, read.code)
      if (!id) {
        if (throttle.allows(monotonicTime())) throw badCode({ reason: 'unknown' })
        throw new AppError('throttled', { fields: [{ field: 'code', code: 'throttled', values: { reason: 'codes' } }] })
      }
      const { keyId, newKey } = await findOrCreateKey(client, key, now)
      await grantAccess(client, keyId, id)
      await touch(client, id, keyId, { lastSeenAt: now, keyExpiresAt: keyExpiry(now) })
      return { id, newKey }
    }),
  )
}
