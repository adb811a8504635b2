/** Refused forms, kept so that a page without scripts can show what was typed. The database holds them sealed. */
import { keptLimits, type KeptShare } from '../budgets/limits'
import type { DatabaseClient } from '../db'

/** A refused form as it is stored. */
export interface SealedForm {
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly bytes: number
  readonly share: KeptShare
  readonly conflict: boolean
  readonly expiresAt: Date
}

interface Place {
  readonly keyId: string
  readonly form: string
}

/** Which refused forms are removed at once. */
type Removal = { readonly assessmentId: string } | { readonly keyId: string } | { readonly expiredAt: Date }

/** Stores a refused form in place of an earlier one of the same name. */
export async function storeRejectedInput(client: DatabaseClient, place: Place, content: SealedForm): Promise<void> {
  await client.rejectedInput.upsert({ where: { keyId_form: place }, create: { ...place, ...content }, update: content })
}

/** Gives a refused form that has not expired, sealed as it is; null without one. */
export async function findRejectedInput(client: DatabaseClient, { keyId, form }: Place, now: Date): Promise<Uint8Array | null> {
  const row = await client.rejectedInput.findFirst({
    where: { keyId, form, expiresAt: { gt: now } },
    select: { sealed: true },
  })
  return row?.sealed ?? null
}

/** Forms of the same browser that have to go for a new one, the oldest first. */
function tooOld(kept: readonly { readonly form: string; readonly bytes: number; readonly share: string }[], bytes: number) {
  const { forms, bytes: most } = keptLimits.perKey
  let count = kept.length + 1
  let sum = kept.reduce((total, one) => total + one.bytes, bytes)
  return kept.filter((one) => {
    if (count <= forms && sum <= most) return false
    count -= 1
    sum -= one.bytes
    return true
  })
}

/**
 * Makes room for a refused form: the oldest of the same browser make way, nobody else's.
 * @param keyId of the browser; null if it has none yet
 * @returns false if it is too large, or all of its kind together take as much as they may; then nothing has changed
 */
export async function makeRoom(
  client: DatabaseClient,
  { keyId, form, bytes, share }: { keyId: string | null; form: string; bytes: number; share: KeptShare },
  now: Date,
): Promise<boolean> {
  const limit = keptLimits.shares[share]
  if (bytes > limit.form) return false
  const own =
    keyId === null
      ? []
      : await client.rejectedInput.findMany({
          where: { keyId, expiresAt: { gt: now } },
          select: { form: true, bytes: true, share: true },
          orderBy: { expiresAt: 'asc' },
        })
  const replaced = own.filter((one) => one.form === form)
  const leaving = tooOld(
    own.filter((one) => one.form !== form),
    bytes,
  )
  const { _sum } = await client.rejectedInput.aggregate({ _sum: { bytes: true }, where: { share, expiresAt: { gt: now } } })
  const freed = [...replaced, ...leaving].filter((one) => one.share === share).reduce((sum, one) => sum + one.bytes, 0)
  if ((_sum.bytes ?? 0) - freed + bytes > limit.all) return false
  if (keyId !== null && leaving.length > 0) {
    await client.rejectedInput.deleteMany({ where: { keyId, form: { in: leaving.map((one) => one.form) } } })
  }
  return true
}

/** Removes a refused form after it was saved successfully. */
export async function removeRejectedInput(client: DatabaseClient, place: Place): Promise<void> {
  await client.rejectedInput.deleteMany({ where: { ...place } })
}

/** Removes expired refused forms, all of one browser, or all that speak of one assessment. */
export async function removeRejectedInputs(client: DatabaseClient, which: Removal): Promise<void> {
  await client.rejectedInput.deleteMany({ where: toWhere(which) })
}

function toWhere(which: Removal) {
  if ('keyId' in which) return which
  return 'assessmentId' in which ? { form: { contains: `:${which.assessmentId}` } } : { expiresAt: { lte: which.expiredAt } }
}
